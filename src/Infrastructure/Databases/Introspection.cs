using Causum.Domain.Rows;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>Answers questions about schemas, tables and columns from the catalog of one session.</summary>
internal sealed class Introspection(IAdoDriver driver, IAdoSession session, Option<string> configSchema)
{
    private readonly CatalogQueries catalog = driver.Catalog;

    public async Task<Either<TaskFailure, TaskResult.Schemas>> SchemasAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(catalog.Schemas, "", "", cancellationToken);
        return new TaskResult.Schemas(Sorted(rows.Select(r => r[0].ToText())));
    }

    public async Task<Either<TaskFailure, TaskResult.Tables>> TablesAsync(
        Option<SqlIdentifier> schema,
        CancellationToken cancellationToken
    )
    {
        var named = schema.Map(s => s.Value) || configSchema;
        var name = await SchemaAsync(named, cancellationToken);
        var rows = await RowsAsync(catalog.Tables, name, "", cancellationToken);
        if (rows.Count == 0 && !(await ExistenceAsync(name, "", cancellationToken)).Schema)
            return DatabaseFailures.Of(DatabaseFault.SchemaNotFound);
        var entries = rows.Select(r => new TableEntry(
            r[0].ToText(),
            r[1].AsInteger != 0 ? TableKind.View : TableKind.Table
        ));
        return new TaskResult.Tables(name, [.. entries.OrderBy(e => e.Name, StringComparer.Ordinal)]);
    }

    public async Task<Either<TaskFailure, TaskResult.Columns>> ColumnsAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(schema, table, cancellationToken);
        return await found.MatchAsync<Either<TaskFailure, TaskResult.Columns>>(
            RightAsync: async place =>
            {
                var rows = await RowsAsync(catalog.Columns, place.Schema, place.Table, cancellationToken);
                return new TaskResult.Columns(place.Schema, place.Table, [.. rows.Select(Column)]);
            },
            Left: failure => failure
        );
    }

    /// <summary>Where a table is: as schema and table, or, with one dot in the name that is no such table, as <c>schema.table</c>.</summary>
    public async Task<Either<TaskFailure, TablePlace>> FindAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        CancellationToken cancellationToken
    )
    {
        var home = await SchemaAsync(schema.Map(s => s.Value) || configSchema, cancellationToken);
        var asNamed = await ExistenceAsync(home, table.Value, cancellationToken);
        if (asNamed.Table)
            return new TablePlace(home, table.Value);
        if (schema.IsNone && table.Value.Split('.') is [{ Length: > 0 } first, { Length: > 0 } second])
        {
            var split = await ExistenceAsync(first, second, cancellationToken);
            if (split.Table)
                return new TablePlace(first, second);
            return DatabaseFailures.Of(split.Schema ? DatabaseFault.TableNotFound : DatabaseFault.SchemaNotFound);
        }
        return DatabaseFailures.Of(asNamed.Schema ? DatabaseFault.TableNotFound : DatabaseFault.SchemaNotFound);
    }

    private static ColumnEntry Column(CellValue[] row, int index) =>
        new(
            row[0].ToText(),
            row[1].ToText(),
            Nullable: row[2].AsInteger != 0,
            Default: row[3].IsNull ? None : Some(row[3].ToText()),
            Ordinal: index + 1,
            PrimaryKey: row[4].AsInteger != 0
        );

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private async Task<string> SchemaAsync(Option<string> named, CancellationToken cancellationToken)
    {
        if (named.Case is string name)
            return name;
        var rows = await RowsAsync(catalog.DefaultSchema, "", "", cancellationToken);
        return rows.Count == 0 ? "" : rows[0][0].ToText();
    }

    private async Task<(bool Schema, bool Table)> ExistenceAsync(
        string schema,
        string table,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsAsync(catalog.Existence, schema, table, cancellationToken);
        return (rows[0][0].AsInteger != 0, rows[0][1].AsInteger != 0);
    }

    private async Task<IReadOnlyList<CellValue[]>> RowsAsync(
        string query,
        string schema,
        string table,
        CancellationToken cancellationToken
    )
    {
        var collected = new CollectedRows();
        var statement = Statement.OfCatalog(query, schema, table, driver.Placeholders);
        await session.ReadAsync(statement, collected, cancellationToken);
        return collected.Rows;
    }
}

/// <summary>Schema and table as the catalog spells them, not quoted.</summary>
internal sealed record TablePlace(string Schema, string Table);
