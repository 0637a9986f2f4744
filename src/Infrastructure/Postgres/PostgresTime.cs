using System.Globalization;
using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.Postgres;

/// <summary>
/// Dates as the server sends them: days or microseconds from 2000-01-01, the extremes standing for the infinities. What .NET cannot hold becomes text, years
/// before 1 counted as ISO 8601 does (1 BC is 0000).
/// </summary>
internal static class PostgresTime
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    public static CellValue Date(int days) =>
        days == int.MaxValue ? CellValue.TemporalText(CellKind.Date, "infinity")
        : days == int.MinValue ? CellValue.TemporalText(CellKind.Date, "-infinity")
        : FarMoment.IsHeld((long)EpochDay + days) ? CellValue.Date(DateOnly.FromDayNumber(EpochDay + days))
        : CellValue.TemporalText(CellKind.Date, FarMoment.Date((long)EpochDay + days));

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
        if (!FarMoment.IsHeld(EpochDay + days))
        {
            var zone = kind == CellKind.Instant ? "Z" : "";
            return CellValue.TemporalText(
                kind,
                $"{FarMoment.Date(EpochDay + days)}T{FarMoment.Clock(rest * 1_000)}{zone}"
            );
        }
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

    private static string Astronomical(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return FarMoment.Year(1 - int.Parse(text.AsSpan(0, dash), CultureInfo.InvariantCulture)) + text[dash..];
    }
}
