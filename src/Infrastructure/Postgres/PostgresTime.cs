using System.Globalization;
using Causum.Domain.Rows;

namespace Causum.Infrastructure.Postgres;

/// <summary>
/// Dates as the server sends them: days or microseconds from 2000-01-01, the extremes standing for the infinities. What .NET cannot hold becomes text, years
/// before 1 counted as ISO 8601 does (1 BC is 0000).
/// </summary>
internal static class PostgresTime
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    public static CellValue Date(int days) =>
        days == int.MaxValue ? CellValue.TemporalText(CellKind.Date, "infinity")
        : days == int.MinValue ? CellValue.TemporalText(CellKind.Date, "-infinity")
        : IsHeld(days) ? CellValue.Date(DateOnly.FromDayNumber(EpochDay + days))
        : CellValue.TemporalText(CellKind.Date, CivilDate(days));

    public static CellValue Time(long microseconds) =>
        microseconds < MicrosecondsPerDay
            ? CellValue.Time(new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond))
            : CellValue.TemporalText(CellKind.Time, "24:00:00");

    public static CellValue Timestamp(long microseconds, CellKind kind)
    {
        if (microseconds is long.MaxValue or long.MinValue)
            return CellValue.TemporalText(kind, microseconds > 0 ? "infinity" : "-infinity");
        var days = Math.DivRem(microseconds, MicrosecondsPerDay, out var rest);
        if (rest < 0)
            (days, rest) = (days - 1, rest + MicrosecondsPerDay);
        if (!IsHeld(days))
            return CellValue.TemporalText(kind, CivilDate(days) + "T" + ClockTime(rest, kind));
        var moment = new DateTime(
            (EpochDay + days) * TimeSpan.TicksPerDay + rest * TimeSpan.TicksPerMicrosecond,
            DateTimeKind.Utc
        );
        return kind == CellKind.Instant ? CellValue.Instant(new DateTimeOffset(moment)) : CellValue.Timestamp(moment);
    }

    /// <summary>The text form of ISO DateStyle (<c>2026-11-22 10:00:00.5+00</c>, <c>0044-03-15 BC</c>), as it stands inside arrays.</summary>
    public static CellValue Parse(string text, CellKind kind)
    {
        if (text.EndsWith("infinity", StringComparison.Ordinal))
            return CellValue.TemporalText(kind, text);
        var beforeChrist = text.EndsWith(" BC", StringComparison.Ordinal);
        var plain = (beforeChrist ? text[..^3] : text).Replace(' ', 'T');
        if (kind == CellKind.Instant)
            plain = plain.EndsWith("+00", StringComparison.Ordinal) ? plain[..^3] : plain;
        if (
            !beforeChrist
            && DateTime.TryParse(
                plain,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var moment
            )
        )
            return kind switch
            {
                CellKind.Date => CellValue.Date(DateOnly.FromDateTime(moment)),
                CellKind.Instant => CellValue.Instant(new DateTimeOffset(moment)),
                _ => CellValue.Timestamp(moment),
            };
        var zone = kind == CellKind.Instant ? "Z" : "";
        return CellValue.TemporalText(kind, (beforeChrist ? Astronomical(plain) : plain) + zone);
    }

    private static bool IsHeld(long days) => days >= -EpochDay && days <= LastDay - EpochDay;

    private static string Astronomical(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return Year(1 - int.Parse(text.AsSpan(0, dash), CultureInfo.InvariantCulture)) + text[dash..];
    }

    private static string Year(long year) =>
        (year < 0 ? "-" : "") + Math.Abs(year).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Proleptic Gregorian date, by eras of 400 years that begin in March.</summary>
    private static string CivilDate(long daysFrom2000)
    {
        const long DaysPerEra = 146_097;
        const long DaysFromMarchOfYearZero = 730_425;
        var day = daysFrom2000 + DaysFromMarchOfYearZero;
        var era = (day >= 0 ? day : day - DaysPerEra + 1) / DaysPerEra;
        var dayOfEra = day - era * DaysPerEra;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}-{dayOfMonth:00}");
    }

    private static string ClockTime(long microseconds, CellKind kind)
    {
        var time = new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond);
        var text = time.ToString(
            microseconds % 1_000_000 == 0 ? "HH:mm:ss" : "HH:mm:ss.ffffff",
            CultureInfo.InvariantCulture
        );
        return kind == CellKind.Instant ? text + "Z" : text;
    }
}
