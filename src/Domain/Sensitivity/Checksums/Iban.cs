using System.Collections.Frozen;

namespace Causum.Domain.Sensitivity.Checksums;

/// <summary>International bank account number (ISO 13616): length by country, MOD 97-10.</summary>
internal static class Iban
{
    public const int Shortest = 15;
    public const int Longest = 34;

    private const string Countries =
        "AD24AE23AL28AO25AT20AZ28BA20BE16BF28BG22BH22BI27BJ28BR29BY28CF27CG27CH21CI28CM27CR22CV25CY28CZ24DE22DJ27DK18DO28DZ26EE20EG29ES24"
        + "FI18FK18FO18FR27GA27GB22GE22GI23GL18GQ27GR27GT28GW25HN28HR21HU28IE22IL23IQ23IR26IS26IT27JO30KM27KW30KZ20LB28LC32LI21LT20LU20"
        + "LV21LY25MA28MC27MD24ME22MG27MK19ML28MN20MR27MT31MU30MZ25NE28NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24"
        + "SI19SK24SM27SN28SO23ST25SV28TD27TG28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static readonly FrozenDictionary<int, int> Lengths = Enumerable
        .Range(0, Countries.Length / 4)
        .ToFrozenDictionary(
            i => Country(Countries[4 * i], Countries[4 * i + 1]),
            i => Digits.Number(Countries.AsSpan(4 * i + 2, 2))
        );

    /// <summary>0 for a country without one.</summary>
    public static int LengthFor(char first, char second) => Lengths.GetValueOrDefault(Country(first, second));

    /// <param name="compact">Upper case, no spaces.</param>
    public static bool Accepts(ReadOnlySpan<char> compact) =>
        compact.Length is >= Shortest and <= Longest
        && LengthFor(compact[0], compact[1]) == compact.Length
        && char.IsAsciiDigit(compact[2])
        && char.IsAsciiDigit(compact[3])
        && IsUpperAlphanumeric(compact)
        && Iso7064.Mod97(compact[..4], Iso7064.Mod97(compact[4..])) == 1;

    private static int Country(char first, char second) => (first << 8) | second;

    private static bool IsUpperAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return false;
        }
        return true;
    }
}
