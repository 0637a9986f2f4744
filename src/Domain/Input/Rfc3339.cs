using System.Globalization;
using System.Text.RegularExpressions;

namespace Causum.Domain.Input;

/// <summary>Times as they stand on the wire: RFC 3339 with a zone. More than seven digits of a second are cut.</summary>
public static partial class Rfc3339
{
    public static Option<DateTimeOffset> Parse(string text)
    {
        var form = Form().Match(text);
        if (!form.Success)
            return None;
        var zone = form.Groups["zone"].Value is "z" ? "Z" : form.Groups["zone"].Value;
        var plain = $"{form.Groups["date"].Value}T{form.Groups["time"].Value}{form.Groups["fraction"].Value}{zone}";
        return DateTimeOffset.TryParseExact(
            plain,
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : None;
    }

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})((?<fraction>\.[0-9]{1,7})[0-9]*)?(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
