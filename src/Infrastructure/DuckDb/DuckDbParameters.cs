using System.Globalization;
using System.Numerics;
using Causum.Domain.Rows;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Causum.Infrastructure.DuckDb;

internal static class DuckDbParameters
{
    public static void Bind(DuckDBPreparedStatement statement, IReadOnlyList<CellValue> values)
    {
        for (var i = 0; i < values.Count; i++)
            Bind(statement, i + 1, values[i]);
    }

    private static void Bind(DuckDBPreparedStatement statement, long index, CellValue value)
    {
        switch (value.Kind)
        {
            case CellKind.Null:
                PreparedStatements.DuckDBBindNull(statement, index);
                break;
            case CellKind.Boolean:
                PreparedStatements.DuckDBBindBoolean(statement, index, value.AsBoolean);
                break;
            case CellKind.Integer:
                PreparedStatements.DuckDBBindInt64(statement, index, value.AsInteger);
                break;
            case CellKind.Real:
                PreparedStatements.DuckDBBindDouble(statement, index, value.AsReal);
                break;
            case CellKind.Decimal when Exact(value.ToText()) is { } number:
                using (var bound = Value.DuckDBCreateDecimal(number))
                    PreparedStatements.DuckDBBindValue(statement, index, bound);
                break;
            default:
                PreparedStatements.DuckDBBindVarchar(statement, index, value.ToText());
                break;
        }
    }

    private static DuckDBDecimal? Exact(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var bits = decimal.GetBits(number);
        var unscaled = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        return new DuckDBDecimal(
            38,
            number.Scale,
            new DuckDBHugeInt(decimal.IsNegative(number) ? -unscaled : unscaled)
        );
    }
}
