using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Causum.Domain.Secrets;

/// <summary>
/// The forms in which a secret may show up in a text: as it is, and as base64, hex, URL, JSON and XML write it. Base64 of a longer text that holds the secret
/// has one of three shapes, by where the secret begins; of each the characters that depend on the secret alone are taken.
/// </summary>
public static class SecretForms
{
    /// <summary>Shorter ones would blacken half of every text and are no secrets worth the name.</summary>
    public const int MinLength = 4;

    /// <summary>Longest first, so that a form is never cut by a piece of itself. Empty for a secret that is too short.</summary>
    public static IReadOnlyList<string> Of(string secret)
    {
        if (secret.Length < MinLength)
            return [];
        var bytes = Encoding.UTF8.GetBytes(secret);
        var forms = new List<string>
        {
            secret,
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
            JsonEncodedText.Encode(secret).ToString(),
            JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Xml(secret),
            Convert.ToHexStringLower(bytes),
            Convert.ToHexString(bytes),
        };
        for (var offset = 0; offset < 3; offset++)
        {
            var form = Base64(bytes, offset);
            forms.Add(form);
            forms.Add(form.Replace('+', '-').Replace('/', '_'));
        }
        return [.. forms.Where(form => form.Length >= MinLength).Distinct().OrderByDescending(form => form.Length)];
    }

    private static string Base64(byte[] secret, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. secret]).TrimEnd('=');
        // What shares a character with the bytes before or after depends on those.
        var first = offset == 0 ? 0 : offset + 1;
        var last = (offset + secret.Length) * 8 / 6;
        return text[first..last];
    }

    private static string Xml(string secret) =>
        secret
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
