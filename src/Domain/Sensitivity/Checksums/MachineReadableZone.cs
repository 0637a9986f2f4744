namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Lines of travel documents (ICAO 9303): weights 7-3-1, letters from 10, filler 0.</summary>
internal static class MachineReadableZone
{
    /// <summary>A line of 30, 36 or 44 places: a document's first line, or one with the check digit of its number.</summary>
    public static bool IsLine(ReadOnlySpan<char> line)
    {
        if (line.Length is not (30 or 36 or 44) || !IsAlphabet(line))
            return false;
        return line.Length == 30
            ? IsFirst(line) && IsChecked(line.Slice(5, 9), line[14])
                || IsChecked(line[..6], line[6]) && IsChecked(line.Slice(8, 6), line[14])
            : IsFirst(line) && line.Contains("<<", StringComparison.Ordinal)
                || IsChecked(line[..9], line[9]) && IsChecked(line.Slice(13, 6), line[19]);
    }

    private static bool IsFirst(ReadOnlySpan<char> line) => line[0] is 'P' or 'I' or 'A' or 'C' or 'V';

    private static bool IsAlphabet(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c) && c != '<')
                return false;
        }
        return true;
    }

    private static bool IsChecked(ReadOnlySpan<char> field, char check)
    {
        var sum = 0;
        for (var i = 0; i < field.Length; i++)
        {
            var value = field[i] switch
            {
                '<' => 0,
                <= '9' => field[i] - '0',
                _ => field[i] - 'A' + 10,
            };
            sum +=
                value
                * (i % 3) switch
                {
                    0 => 7,
                    1 => 3,
                    _ => 1,
                };
        }
        return check - '0' == sum % 10;
    }
}
