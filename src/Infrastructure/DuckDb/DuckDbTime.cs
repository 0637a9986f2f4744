using System.Globalization;
using System.Text;
using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;

namespace Causum.Infrastructure.DuckDb;

/// <summary>Dates and times as the engine counts them, from 1970-01-01; the extremes stand for the infinities.</summary>
internal static class DuckDbTime
{
    private const long NanosecondsPerDay = 86_400_000_000_000;
    private const int FarthestOffset = (16 * 60 * 60) - 1;
    private static readonly long EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    public static CellValue Date(int days) =>
        days is int.MaxValue or -int.MaxValue ? Infinity(CellKind.Date, days > 0)
        : FarMoment.IsHeld(EpochDay + days) ? CellValue.Date(DateOnly.FromDayNumber((int)EpochDay + days))
        : CellValue.TemporalText(CellKind.Date, FarMoment.Date(EpochDay + days));

    public static CellValue Time(long microseconds) =>
        microseconds * 1_000 < NanosecondsPerDay
            ? CellValue.Time(new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond))
            : CellValue.TemporalText(CellKind.Time, "24:00:00");

    /// <summary>Microseconds in the upper 40 bits, the offset below, turned round so that the bits sort.</summary>
    public static CellValue ZonedTime(ulong bits)
    {
        var offset = FarthestOffset - (int)(bits & 0xFFFFFF);
        var (minutes, seconds) = (Math.Abs(offset) / 60, Math.Abs(offset) % 60);
        var zone = string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}"
        );
        if (seconds != 0)
            zone += seconds.ToString(":00", CultureInfo.InvariantCulture);
        return CellValue.TemporalText(CellKind.Time, FarMoment.Clock((long)(bits >> 24) * 1_000) + zone);
    }

    /// <param name="nanoseconds">Of one unit of <paramref name="count"/>.</param>
    public static CellValue Timestamp(long count, long nanoseconds, CellKind kind)
    {
        if (count is long.MaxValue or -long.MaxValue)
            return Infinity(kind, count > 0);
        var perDay = NanosecondsPerDay / nanoseconds;
        var day = Math.DivRem(count, perDay, out var rest);
        if (rest < 0)
            (day, rest) = (day - 1, rest + perDay);
        day += EpochDay;
        rest *= nanoseconds;
        if (!FarMoment.IsHeld(day) || rest % TimeSpan.NanosecondsPerTick != 0)
        {
            var zone = kind == CellKind.Instant ? "Z" : "";
            return CellValue.TemporalText(kind, $"{FarMoment.Date(day)}T{FarMoment.Clock(rest)}{zone}");
        }
        var moment = new DateTime(
            (day * TimeSpan.TicksPerDay) + (rest / TimeSpan.NanosecondsPerTick),
            DateTimeKind.Utc
        );
        return kind == CellKind.Instant ? CellValue.Instant(new DateTimeOffset(moment)) : CellValue.Timestamp(moment);
    }

    public static CellValue Interval((int Months, int Days, long Microseconds) value)
    {
        var text = new StringBuilder("P");
        Add(text, value.Months / 12, 'Y');
        Add(text, value.Months % 12, 'M');
        Add(text, value.Days, 'D');
        if (value.Microseconds != 0)
        {
            var seconds = value.Microseconds / 1_000_000;
            text.Append('T');
            Add(text, seconds / 3600, 'H');
            Add(text, seconds / 60 % 60, 'M');
            var rest = value.Microseconds % 60_000_000;
            if (rest != 0)
                text.Append((rest / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture)).Append('S');
        }
        return CellValue.Interval(text.Length == 1 ? "PT0S" : text.ToString());
    }

    private static CellValue Infinity(CellKind kind, bool isPositive) =>
        CellValue.TemporalText(kind, isPositive ? "infinity" : "-infinity");

    private static void Add(StringBuilder text, long count, char unit)
    {
        if (count != 0)
            text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
    }
}
