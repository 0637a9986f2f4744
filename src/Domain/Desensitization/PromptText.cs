using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Causum.Domain.Desensitization;

/// <summary>Data on its way into a prompt: no invisible, bidirectional, private or unassigned characters, no half surrogates; escaped as JSON.</summary>
internal static class PromptText
{
    internal static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            var category = pair
                ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[i], text[i + 1]))
                : CharUnicodeInfo.GetUnicodeCategory(text[i]);
            if (Stays(category, pair))
                clean.Append(text, i, pair ? 2 : 1);
            else if (category == UnicodeCategory.Control)
                clean.Append(' ');
            if (pair)
                i++;
        }
        return clean.ToString();
    }

    private static bool Stays(UnicodeCategory category, bool pair) =>
        category switch
        {
            UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => false,
            UnicodeCategory.Surrogate => pair,
            _ => true,
        };
}
