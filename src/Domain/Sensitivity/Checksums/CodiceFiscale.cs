namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>Italian tax code of a person (D.M. 23/12/1976): six letters, birth date and sex, place, check letter; homocode letters stand for digits.</summary>
internal static class CodiceFiscale
{
    private const string Homocodes = "LMNPQRSTUV";
    private const string Months = "ABCDEHLMPRST";
    private static ReadOnlySpan<byte> OddPlaces =>
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static bool Accepts(ReadOnlySpan<char> compact)
    {
        const string Places = "AAAAAA99A99A999A";
        if (compact.Length != Places.Length || !Months.Contains(compact[8], StringComparison.Ordinal))
            return false;
        var sum = 0;
        for (var i = 0; i < Places.Length; i++)
        {
            var c = compact[i];
            var digit = char.IsAsciiDigit(c);
            if (
                Places[i] == 'A'
                    ? !char.IsAsciiLetterUpper(c)
                    : !digit && !Homocodes.Contains(c, StringComparison.Ordinal)
            )
                return false;
            var place = digit ? c - '0' : c - 'A';
            if (i < Places.Length - 1)
                sum += i % 2 == 0 ? OddPlaces[place] : place;
        }
        return compact[15] - 'A' == sum % 26;
    }
}
