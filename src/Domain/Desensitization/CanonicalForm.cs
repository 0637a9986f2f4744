using System.Globalization;
using System.Text;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>
/// The form of a value that is hashed, so that spellings of one thing join: <c>Ann@X.org</c> and <c>ann@x.org</c>, 7 and 7.0, +49 30 and 004930. Secrets and
/// bytes are hashed exactly. A change here changes tokens and needs a new <see cref="Version"/>.
/// </summary>
internal static class CanonicalForm
{
    internal const string Version = "1";

    private const int SocialSecurityDigits = 9;

    internal static byte[] Bytes(Kind kind, CellValue cell, string raw) =>
        cell.Kind == CellKind.Bytes ? cell.AsBytes.ToArray() : Utf8(Text(kind, cell.Kind, raw));

    /// <summary>Numbers of all types share a form, so do temporal types with their text.</summary>
    internal static CellKind Group(CellKind kind) =>
        kind is CellKind.Integer or CellKind.Decimal or CellKind.Real ? CellKind.Decimal : kind;

    internal static string Text(Kind kind, CellKind form, string raw)
    {
        if (IsExact(kind))
            return raw;
        var text = Compatibility.Unify(raw);
        if (IsFolded(kind))
            return text.ToLowerInvariant();
        if (kind == Kind.Phone || kind == Kind.Fax || kind == Kind.CardNumber)
            return Dialled(text);
        if (kind == Kind.SocialSecurity)
            return SocialSecurity(text, form);
        if (IsCompact(kind))
            return Compact(text);
        return Number(text) ?? Identifier(text) ?? Day(text);
    }

    private static bool IsExact(Kind kind) =>
        kind == Kind.Password
        || kind == Kind.SecretKey
        || kind == Kind.Session
        || kind == Kind.CryptoAddress
        || kind == Kind.Binary;

    private static bool IsFolded(Kind kind) =>
        kind == Kind.PersonName
        || kind == Kind.Email
        || kind == Kind.UserName
        || kind == Kind.City
        || kind == Kind.Address;

    private static bool IsCompact(Kind kind) =>
        kind == Kind.Iban
        || kind == Kind.NationalId
        || kind == Kind.Passport
        || kind == Kind.LicencePlate
        || kind == Kind.VehicleId;

    /// <summary>Digits with a leading plus; a leading 00 is the same plus.</summary>
    private static string Dialled(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsAsciiDigit(c) || (c == '+' && digits.Length == 0))
                digits.Append(c);
        if (digits.Length == 0)
            return text;
        return digits.Length > 2 && digits[0] == '0' && digits[1] == '0'
            ? $"+{digits.ToString(2, digits.Length - 2)}"
            : digits.ToString();
    }

    /// <summary>Numeric columns lose leading zeros; letters (other countries' forms) are kept.</summary>
    private static string SocialSecurity(string text, CellKind form)
    {
        var compact = Compact(text);
        var digitsOnly = compact.Length > 0 && !compact.AsSpan().ContainsAnyExceptInRange('0', '9');
        var numeric = form is CellKind.Integer or CellKind.Decimal or CellKind.Real;
        return digitsOnly && numeric ? compact.PadLeft(SocialSecurityDigits, '0') : compact;
    }

    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                compact.Append(char.ToUpperInvariant(c));
        return compact.Length == 0 ? text : compact.ToString();
    }

    /// <summary>7, 7.0 and 7.00 are one number. Null where the text is none.</summary>
    private static string? Number(string text)
    {
        const int MaximumDigits = 28;
        if (text.Length == 0 || !(char.IsAsciiDigit(text[^1]) || text[^1] == '.') || text.Length > MaximumDigits)
            return null;
        if (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
            return null;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Identifier(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? id.ToString("D") : null;

    /// <summary>A day kept as a timestamp is still that day.</summary>
    private static string Day(string text)
    {
        const string Midnight = "T00:00:00";
        return text.Length == "yyyy-MM-dd".Length + Midnight.Length && text.EndsWith(Midnight, StringComparison.Ordinal)
            ? text[..^Midnight.Length]
            : text;
    }

    /// <summary>UTF-8, or the marked UTF-16 units where the text has half a surrogate pair: two broken texts must not become one.</summary>
    private static byte[] Utf8(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return [0xFF, .. Encoding.Unicode.GetBytes(text)];
        }
        return Encoding.UTF8.GetBytes(text);
    }
}
