using System.Text.RegularExpressions;

namespace Causum.Domain.Config;

/// <summary>Whether a text looks like a credential, whatever field it stands in (protocol §5).</summary>
public static partial class CredentialLook
{
    public static bool Matches(string text)
    {
        try
        {
            return Look().IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    [GeneratedRegex(
        """
            ://[^/?\#\s]*@                                            # a URL with user information
            | -----BEGIN[ A-Z0-9]*PRIVATE[ ]KEY-----
            | \A\s*(?i:Bearer|Basic)\s+\S{3,}
            | \A\s*sk-[A-Za-z0-9_-]{4,}\s*\z                          # keys of language model vendors
            | (?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{12,}              # AWS access key ID
            | (?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*   # JWT
            | (?<![A-Za-z0-9])gh[opsur]_[A-Za-z0-9]{20,}
            | (?<![A-Za-z0-9])(?:hvs|hvb)\.[A-Za-z0-9_-]{20,}
            | (?<![A-Za-z0-9])dapi[0-9a-f]{32}
            | (?i:password|passwd|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;]     # a piece of a connection string
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex Look();
}
