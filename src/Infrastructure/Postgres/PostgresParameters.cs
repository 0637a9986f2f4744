using System.Globalization;
using Causum.Domain.Rows;
using Causum.Infrastructure.Databases;
using Npgsql;
using NpgsqlTypes;

namespace Causum.Infrastructure.Postgres;

/// <summary>Values bound by position. Text goes without a type, so that the server takes it as a date, a UUID or an enum where one is wanted, as it does a literal.</summary>
internal static class PostgresParameters
{
    public static NpgsqlCommand Command(Statement statement, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(statement.Text, connection);
        foreach (var value in statement.Values)
            command.Parameters.Add(Parameter(value));
        return command;
    }

    private static NpgsqlParameter Parameter(CellValue value) =>
        value.Kind switch
        {
            CellKind.Null => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
            CellKind.Integer => new NpgsqlParameter<long>
            {
                TypedValue = value.AsInteger,
                NpgsqlDbType = NpgsqlDbType.Bigint,
            },
            CellKind.Boolean => new NpgsqlParameter<bool>
            {
                TypedValue = value.AsBoolean,
                NpgsqlDbType = NpgsqlDbType.Boolean,
            },
            CellKind.Real => new NpgsqlParameter<double>
            {
                TypedValue = value.AsReal,
                NpgsqlDbType = NpgsqlDbType.Double,
            },
            CellKind.Decimal
                when decimal.TryParse(
                    value.ToText(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => new NpgsqlParameter<decimal> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Numeric },
            _ => new NpgsqlParameter { Value = value.ToText(), NpgsqlDbType = NpgsqlDbType.Unknown },
        };
}
