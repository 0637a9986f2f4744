using System.Text;

namespace Causum.Integration.EndToEnd;

/// <summary>Looks for planted values in text, also in the forms in which a value hides: base64, hex, URL and JSON escapes.</summary>
internal static class SecretsHunt
{
    public static void AssertAbsent(string where, string text, IEnumerable<string> planted)
    {
        foreach (var value in planted)
        foreach (var form in Forms(value))
            Assert.False(
                text.Contains(form, StringComparison.OrdinalIgnoreCase),
                $"a planted value starting with '{value[..3]}' was found in {where}"
            );
    }

    /// <summary>Every file below a folder, as text.</summary>
    public static string FilesBelow(string folder) =>
        Directory.Exists(folder)
            ? string.Join(
                '\n',
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f)))
            )
            : "";

    private static IEnumerable<string> Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return value;
        yield return Convert.ToHexString(bytes);
        yield return Uri.EscapeDataString(value);
        // The start of the base64 form depends on the byte the value begins at; its inner part is the same for each of the three alignments.
        for (var shift = 0; shift < 3; shift++)
        {
            var encoded = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            var inner = encoded[(shift == 0 ? 0 : 4)..^4];
            if (inner.Length >= 8)
                yield return inner;
        }
    }
}
