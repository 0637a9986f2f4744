using System.Globalization;

namespace Causum.Infrastructure.Databases;

/// <summary>Dates that .NET's types cannot hold, in the proleptic Gregorian calendar, years before 1 counted as ISO 8601 does (1 BC is 0000).</summary>
internal static class FarMoment
{
    private const long DaysPerEra = 146_097;

    /// <summary>From 0000-03-01 to 0001-01-01, the day that .NET counts as 0.</summary>
    private const long DaysBeforeDayZero = 306;

    /// <param name="dayNumber">As <see cref="DateOnly.DayNumber"/> counts, also below 0 and beyond its end.</param>
    public static bool IsHeld(long dayNumber) => dayNumber >= 0 && dayNumber <= DateOnly.MaxValue.DayNumber;

    /// <summary>By eras of 400 years that begin in March, so that the leap day is the last of a year.</summary>
    public static string Date(long dayNumber)
    {
        var day = dayNumber + DaysBeforeDayZero;
        var era = (day >= 0 ? day : day - DaysPerEra + 1) / DaysPerEra;
        var dayOfEra = day - (era * DaysPerEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var dayOfMonth = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}-{dayOfMonth:00}");
    }

    public static string Year(long year) =>
        (year < 0 ? "-" : "") + Math.Abs(year).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Time of day with the fraction left out when it is zero, else six digits, nine where they are needed.</summary>
    public static string Clock(long nanoseconds)
    {
        var seconds = Math.DivRem(nanoseconds, 1_000_000_000, out var fraction);
        var clock = string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"
        );
        return fraction == 0 ? clock
            : fraction % 1_000 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{clock}.{fraction / 1_000:000000}")
            : string.Create(CultureInfo.InvariantCulture, $"{clock}.{fraction:000000000}");
    }
}
