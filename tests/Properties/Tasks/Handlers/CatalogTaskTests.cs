using Causum.Domain.Config;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

public sealed class CatalogTaskTests
{
    private static readonly string[] BadNames =
    [
        "",
        "a b",
        "people;",
        "people--",
        "\"people\"",
        "naïve",
        "a\nb",
        "пeople",
    ];

    public static TheoryData<string> Refused => [.. BadNames];

    [Fact]
    public async Task The_database_answers_for_itself()
    {
        var database = new FakeDatabase();
        var bench = new TaskBench { Database = database };
        await bench.SucceedAsync<TaskResult.DatabaseValidated>(new TaskPayload.DbValidate());
        await bench.SucceedAsync<TaskResult.Schemas>(new TaskPayload.DbSchemas());
        await bench.SucceedAsync<TaskResult.Tables>(new TaskPayload.DbTables(None));
        await bench.SucceedAsync<TaskResult.Tables>(new TaskPayload.DbTables("sales"));
        await bench.SucceedAsync<TaskResult.Columns>(new TaskPayload.DbColumns("sales", "sales.people"));
        Assert.Equal(
            ["validate", "schemas", "tables default", "tables sales", "columns sales sales.people"],
            database.Calls
        );
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_name_that_is_no_identifier_reaches_no_database(string name)
    {
        var database = new FakeDatabase();
        var bench = new TaskBench { Database = database, Mode = DataMode.Rules };
        TaskPayload[] payloads =
        [
            new TaskPayload.DbTables(name),
            new TaskPayload.DbColumns(name, "people"),
            new TaskPayload.DbColumns(None, name),
            new TaskPayload.DbSample(name, "people", 1, []),
            new TaskPayload.DbSample(None, name, 1, []),
            new TaskPayload.ClassifyFields(name, "people", [], None, 1),
            new TaskPayload.ClassifyFields(None, name, [], None, 1),
        ];
        foreach (var payload in payloads)
        {
            var failure = await bench.FailAsync(payload);
            Assert.Equal("invalid_identifier", failure.Code);
        }
        Assert.Empty(database.Calls);
    }

    [Fact]
    public async Task Without_a_database_each_task_that_needs_one_says_so()
    {
        var bench = new TaskBench { Mode = DataMode.Rules };
        TaskPayload[] payloads =
        [
            new TaskPayload.DbValidate(),
            new TaskPayload.DbSchemas(),
            new TaskPayload.DbTables(None),
            new TaskPayload.DbColumns(None, "people"),
            new TaskPayload.DbSample(None, "people", 1, []),
            new TaskPayload.DbQuery("SELECT 1", [], 1, [], ResultFormat.Rows),
            new TaskPayload.ClassifyFields(None, "people", [], None, 1),
        ];
        foreach (var payload in payloads)
            Assert.Equal("config_missing", (await bench.FailAsync(payload)).Code);
    }

    [Theory]
    [InlineData(DataMode.Rules, "'EML_suppressed'::text")]
    [InlineData(DataMode.Llm, "'EML_suppressed'::text")]
    [InlineData(DataMode.Passthrough, "'ann@example.org'::text")]
    public async Task A_default_expression_is_scanned_where_desensitization_is_active(DataMode mode, string expected)
    {
        var catalog = new FakeDatabase
        {
            Catalog =
            [
                new ColumnEntry("contact", "text", true, "'ann@example.org'::text", 1, false),
                new ColumnEntry("id", "bigint", false, None, 2, true),
            ],
        };
        var bench = new TaskBench { Database = catalog, Mode = mode };
        var columns = await bench.SucceedAsync<TaskResult.Columns>(new TaskPayload.DbColumns(None, "people"));
        Assert.Equal([Some(expected), None], columns.Entries.Select(column => column.Default));
    }
}
