using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Secrets;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;

namespace Causum.Integration.Databases;

/// <summary>
/// What every database adapter promises. Each dialect brings a database that holds the same things: <c>people</c> (id, name, born, balance, note; three rows), the view
/// <c>people_names</c>, the empty table <c>vacant</c>, and tables whose names need quoting.
/// </summary>
public abstract class DatabaseContract
{
    protected abstract IDatabaseConnector Connector(DatabaseOptions options);

    /// <summary>The seeded database, by a login that may read it.</summary>
    protected abstract (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Reader { get; }

    /// <summary>The same by a login with all rights.</summary>
    protected virtual (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Owner => Reader;

    protected abstract string DefaultSchema { get; }

    protected abstract IReadOnlyList<string> ExpectedSchemas { get; }

    /// <summary>A query that gives at least a million rows, one column.</summary>
    protected abstract string AMillionRows { get; }

    /// <summary>Name, type, nullable, default, primary key of <c>people</c>.</summary>
    protected abstract IReadOnlyList<ColumnEntry> PeopleColumns { get; }

    protected abstract bool HasOrigins { get; }

    protected static readonly DatabaseOptions Options = new(TimeSpan.FromSeconds(30), []);

    protected IDatabase Open() => Open(Reader, Options);

    protected IDatabase Open(
        (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) login,
        DatabaseOptions options
    ) => Outcomes.Right(Connector(options).Open(login.Config, login.Secrets));

    [Fact]
    public async Task Validation_tells_version_and_that_the_session_is_read_only()
    {
        await using var database = Open();
        var answer = Outcomes.Right(await database.ValidateAsync(CancellationToken.None));
        Assert.Equal(Reader.Config.Type, answer.DatabaseType);
        Assert.True(answer.ReadOnly);
        Assert.Matches(@"\d+\.\d+", answer.ServerVersion);
        Assert.InRange(answer.LatencyMilliseconds, 0, 30_000);
    }

    [Fact]
    public async Task Schemas_are_sorted_and_system_schemas_hidden()
    {
        await using var database = Open();
        var answer = Outcomes.Right(await database.SchemasAsync(CancellationToken.None));
        Assert.Equal(ExpectedSchemas, answer.Names);
    }

    [Fact]
    public async Task Tables_and_views_are_listed_by_name_with_odd_names_as_they_are()
    {
        await using var database = Open();
        var answer = Outcomes.Right(await database.TablesAsync(None, CancellationToken.None));
        Assert.Equal(DefaultSchema, answer.Schema);
        TableEntry[] expected =
        [
            new("odd name's", TableKind.Table),
            new("odd.name", TableKind.Table),
            new("order", TableKind.Table),
            new("people", TableKind.Table),
            new("people_names", TableKind.View),
            new("vacant", TableKind.Table),
            new("Ünïcøde", TableKind.Table),
        ];
        Assert.Equal(expected, answer.Entries);
    }

    [Fact]
    public async Task Columns_come_in_table_order_with_type_default_and_key()
    {
        await using var database = Open();
        var answer = Outcomes.Right(await database.ColumnsAsync(None, Name("people"), CancellationToken.None));
        Assert.Equal(PeopleColumns, answer.Entries);
        Assert.Equal((DefaultSchema, "people"), (answer.Schema, answer.Table));
    }

    [Fact]
    public async Task A_dot_in_the_table_name_splits_schema_and_table_unless_a_table_has_that_name()
    {
        await using var database = Open();
        var split = await database.ColumnsAsync(None, Name($"{DefaultSchema}.people"), CancellationToken.None);
        Assert.Equal(PeopleColumns, Outcomes.Right(split).Entries);
        var whole = await database.ColumnsAsync(None, Name("odd.name"), CancellationToken.None);
        Assert.Equal(["id"], Outcomes.Right(whole).Entries.Select(c => c.Name));
    }

    [Fact]
    public async Task A_missing_schema_or_table_is_told_apart_from_an_empty_one()
    {
        await using var database = Open();
        var schema = Some(Name("no_such_schema"));
        var table = Name("no_such_table");
        var token = CancellationToken.None;
        Outcomes.Fails("schema_not_found", await database.TablesAsync(schema, token));
        Outcomes.Fails("schema_not_found", await database.ColumnsAsync(schema, table, token));
        Outcomes.Fails("table_not_found", await database.ColumnsAsync(None, table, token));
        Outcomes.Fails("table_not_found", await database.SampleAsync(None, table, 5, new RowsInMemory(), token));
        Outcomes.Fails("schema_not_found", await database.SampleAsync(schema, table, 5, new RowsInMemory(), token));
    }

    [Fact]
    public async Task A_query_on_a_missing_table_says_so_and_nothing_of_the_text()
    {
        await using var database = Open();
        var failure = Outcomes.Fails(
            "table_not_found",
            await QueryAsync(database, "SELECT 'planted value' FROM no_such_table_4711", new RowsInMemory())
        );
        Assert.DoesNotContain("4711", Outcomes.Everything(failure), StringComparison.Ordinal);
        Assert.DoesNotContain("planted", Outcomes.Everything(failure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT no_such_column_4711 FROM people")]
    [InlineData("SELECT 4711 FROM people WHERE WHERE")]
    public async Task A_faulty_query_is_a_query_error_without_its_text(string text)
    {
        await using var database = Open();
        var failure = Outcomes.Fails("query_error", await QueryAsync(database, text, new RowsInMemory()));
        Assert.DoesNotContain("4711", Outcomes.Everything(failure), StringComparison.Ordinal);
        Assert.True(failure.VendorCode.IsSome);
    }

    [Fact]
    public async Task A_sample_is_the_first_rows_of_the_table()
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await database.SampleAsync(None, Name("people"), 2, rows, CancellationToken.None));
        Assert.Equal(["id", "name", "born", "balance", "note"], rows.Columns.Select(c => c.Name));
        Assert.Equal(2, rows.Rows.Count);
    }

    [Theory]
    [InlineData("odd.name")]
    [InlineData("order")]
    public async Task Names_that_need_quoting_can_be_sampled(string table)
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await database.SampleAsync(None, Name(table), 10, rows, CancellationToken.None));
        Assert.Equal(
            [
                ["1"],
            ],
            rows.Rows
        );
    }

    [Fact]
    public async Task An_empty_table_gives_columns_and_no_rows()
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await database.SampleAsync(None, Name("vacant"), 10, rows, CancellationToken.None));
        Assert.Equal(["id", "name"], rows.Columns.Select(c => c.Name));
        Assert.Empty(rows.Rows);
    }

    [Fact]
    public async Task Columns_of_a_query_tell_their_origin_where_the_driver_does()
    {
        await using var database = Open();
        Assert.Equal(HasOrigins, database.TellsOrigin);
        var rows = new RowsInMemory();
        await QueryAsync(database, "SELECT p.name AS alias, upper(p.name), 1 FROM people p", rows);
        Option<ColumnOrigin> expected = HasOrigins
            ? new ColumnOrigin(Some(DefaultSchema), "people", "name")
            : Option<ColumnOrigin>.None;
        Assert.Equal([expected, None, None], rows.Columns.Select(c => c.Origin));
    }

    [Fact]
    public async Task Duplicate_and_empty_column_names_are_kept()
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, DuplicateNames, rows));
        Assert.Equal(["a", "a", NoName], rows.Columns.Select(c => c.Name));
        Assert.Equal(["1", "2", "3"], rows.Rows.Single());
    }

    /// <summary>Columns a, a and one without a name (where the dialect can), values 1, 2, 3.</summary>
    /// <summary>How the dialect names a column without a name.</summary>
    protected virtual string NoName => "";

    protected virtual string DuplicateNames => """SELECT 1 AS "a", 2 AS "a", 3 AS "" """;

    [Fact]
    public async Task Reading_stops_when_the_sink_has_enough_and_the_next_query_works()
    {
        await using var database = Open();
        var rows = new RowsInMemory(enough: 5);
        Outcomes.Right(await QueryAsync(database, AMillionRows, rows));
        Assert.Equal(5, rows.Offered);
        var next = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, "SELECT name FROM people WHERE id = 1", next));
        Assert.Equal(
            [
                ["\"Ada Fictional\""],
            ],
            next.Rows
        );
    }

    [Fact]
    public async Task A_cancelled_token_ends_a_query_with_the_cancellation()
    {
        await using var database = Open();
        using var cancel = new CancellationTokenSource();
        var rows = new RowsInMemory(onFirstRow: cancel.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            QueryAsync(database, AMillionRows, rows, cancel.Token)
        );
        Assert.InRange(rows.Offered, 1, 900_000);
    }

    [Fact]
    public async Task Thirty_two_queries_at_once_all_answer()
    {
        await using var database = Open();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(async _ =>
                {
                    var rows = new RowsInMemory();
                    Outcomes.Right(await QueryAsync(database, "SELECT count(*) FROM people", rows));
                    return rows.Rows.Single().Single();
                })
        );
        Assert.All(answers, a => Assert.Equal("3", a));
    }

    protected static SqlIdentifier Name(string name) => Outcomes.Some(SqlIdentifier.Create(name));

    protected Task<Either<TaskFailure, LanguageExt.Unit>> QueryAsync(
        IDatabase database,
        string text,
        IRowSink sink,
        CancellationToken cancellationToken = default,
        params QueryParameter[] parameters
    ) => database.QueryAsync(new ReadOnlySql(Reader.Config.Type.Dialect(), text), parameters, sink, cancellationToken);

    /// <summary>One expression's column type and value as JSON.</summary>
    protected async Task<(string Type, string Json)> ValueAsync(string query)
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, query, rows));
        return (rows.Columns.Single().DatabaseType, rows.Rows.Single().Single());
    }

    public static TheoryData<string, string, object?, string[]> Parameters =>
        new()
        {
            { "id = :p", "integer", 2L, ["Bo Invented"] },
            { "id = :p OR id = :p + 1", "integer", 1L, ["Ada Fictional", "Bo Invented"] },
            { "id > :p", "real", 2.5, ["Cy Madeup"] },
            { "balance = :p", "decimal", "12.50", ["Ada Fictional"] },
            { "balance > :p", "decimal", "-3.01", ["Ada Fictional", "Bo Invented", "Cy Madeup"] },
            { "born = :p", "text", "1975-12-10", ["Ada Fictional"] },
            { "name = :p", "text", "Cy Madeup", ["Cy Madeup"] },
            { "name = :p", "text", "x' OR '1'='1", [] },
            { "name = :p", "text", "\\' OR 1=1 -- ", [] },
            { "name IN (:p)", "list", null, ["Ada Fictional", "Cy Madeup"] },
            { "note = :p", "null", null, [] },
            { "id = 1 AND :p", "boolean", true, ["Ada Fictional"] },
            { "id = 1 AND :p", "boolean", false, [] },
            { "id = :p AND ':p' <> '' /* :p */", "integer", 3L, ["Cy Madeup"] },
        };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Named_parameters_bind_values_of_each_type(
        string condition,
        string kind,
        object? value,
        string[] expected
    )
    {
        var cell = kind switch
        {
            "integer" => CellValue.Integer((long)value!),
            "real" => CellValue.Real((double)value!),
            "decimal" => CellValue.Decimal((string)value!),
            "text" => CellValue.Text((string)value!),
            "boolean" => CellValue.Boolean((bool)value!),
            "list" => CellValue.Array([CellValue.Text("Ada Fictional"), CellValue.Text("Cy Madeup")]),
            _ => CellValue.Null,
        };
        await using var database = Open();
        var rows = new RowsInMemory();
        var query = $"SELECT name FROM people WHERE {condition} ORDER BY id";
        Outcomes.Right(await QueryAsync(database, query, rows, default, new QueryParameter("p", cell)));
        Assert.Equal(expected, rows.Rows.Select(r => r[0].Trim('"')));
    }

    [Fact]
    public async Task An_empty_list_is_refused_and_not_sent()
    {
        await using var database = Open();
        var empty = new QueryParameter("ids", CellValue.Array([]));
        var query = "SELECT name FROM people WHERE id NOT IN (:ids)";
        var answer = await QueryAsync(database, query, new RowsInMemory(), default, empty);
        Assert.Equal("invalid_task", answer.Match(Right: _ => "", Left: f => f.Code));
    }

    /// <summary>Statements of the dialect that write, leave the session or reach out, beside the ones that all have.</summary>
    protected abstract IReadOnlyList<string> MoreThatMustNotRun { get; }

    [Fact]
    public async Task What_writes_is_refused_by_the_second_line_even_when_the_guard_is_passed_by_with_all_rights()
    {
        string[] common =
        [
            "INSERT INTO people (id, name) VALUES (99, 'planted')",
            "UPDATE people SET name = 'planted'",
            "DELETE FROM people",
            "DROP TABLE people",
            "CREATE TABLE planted (id INTEGER)",
            "SELECT 1; DELETE FROM people",
            "COMMIT; DELETE FROM people",
            "ROLLBACK; DELETE FROM people",
        ];
        await using var database = Open(Owner, Options);
        var before = await FingerprintAsync(database);
        var ran = new List<string>();
        foreach (var text in common.Concat(MoreThatMustNotRun))
        {
            var answer = await QueryAsync(database, text, new RowsInMemory());
            if (answer.IsRight)
                ran.Add(text);
        }
        Assert.Empty(ran);
        Assert.Equal(before, await FingerprintAsync(database));
    }

    /// <summary>A query that takes minutes before its first row.</summary>
    protected abstract string SlowQuery { get; }

    /// <summary>How many statements of the reader the server runs at this moment; none where there is no server.</summary>
    protected virtual Task<long> ActiveStatementsAsync() => Task.FromResult(0L);

    [Fact]
    public async Task Cancelling_stops_the_statement_in_the_database()
    {
        await using var database = Open();
        using var cancel = new CancellationTokenSource();
        var query = QueryAsync(database, SlowQuery, new RowsInMemory(), cancel.Token);
        if (IsServer)
            await Eventually(async () => await ActiveStatementsAsync() == 1);
        else
            await Task.WhenAny(query, Task.Delay(300));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query.WaitAsync(TimeSpan.FromSeconds(10)));
        await Eventually(async () => await ActiveStatementsAsync() == 0);
        var next = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, "SELECT 1", next));
    }

    [Fact]
    public async Task The_time_limit_of_a_statement_stops_it_in_the_database()
    {
        await using var database = Open(Reader, Options with { StatementTimeout = TimeSpan.FromMilliseconds(500) });
        var query = QueryAsync(database, SlowQuery, new RowsInMemory());
        Outcomes.Fails("timeout", await query.WaitAsync(TimeSpan.FromSeconds(20)));
        await Eventually(async () => await ActiveStatementsAsync() == 0);
    }

    protected virtual bool IsServer => false;

    protected static async Task Eventually(Func<Task<bool>> holds)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(15), "did not come to hold within 15 s");
            await Task.Delay(20);
        }
    }

    private async Task<string> FingerprintAsync(IDatabase database)
    {
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, "SELECT id, name FROM people ORDER BY id", rows));
        var tables = Outcomes.Right(await database.TablesAsync(None, CancellationToken.None));
        return string.Join(';', rows.Rows.Select(r => string.Join(',', r)).Concat(tables.Entries.Select(t => t.Name)));
    }
}
