using Causum.Application.Desensitization;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Properties.Desensitization.Support;

namespace Causum.Properties.Desensitization;

/// <summary>Query tricks: what a query makes of a sensitive column is as sensitive.</summary>
public sealed class DerivedColumnTests
{
    private static readonly ColumnOrigin Id = new(None, "customers", "id");

    private static CellValue Text(string text) => CellValue.Text(text);

    [Theory]
    [InlineData("SELECT id, reverse(email) AS x FROM customers")]
    [InlineData("SELECT id, substr(ssn, 1, 3) AS code FROM customers")]
    [InlineData("SELECT id, md5(email) AS status FROM customers")]
    [InlineData("SELECT id, CASE WHEN email LIKE 'a%' THEN 'open' ELSE 'closed' END AS status FROM customers")]
    [InlineData("SELECT id, string_agg(email, ',') AS status FROM customers GROUP BY id")]
    [InlineData("SELECT id, min(phone) AS status FROM customers GROUP BY id")]
    [InlineData("WITH t AS (SELECT id, email AS e FROM customers) SELECT id, e || '' AS status FROM t")]
    [InlineData("SELECT id, 'ann@x.example' AS status FROM customers")]
    public void Text_made_by_an_expression_is_masked(string query) =>
        Assert.Equal(Classification.Sensitive, Second(query, Some(Id), Text("open"), Text("closed")));

    [Theory]
    [InlineData("SELECT id, phone::bigint AS amount FROM customers")]
    [InlineData("SELECT id, sum(phone::bigint) AS amount FROM customers GROUP BY id")]
    [InlineData("SELECT id, max(phone) AS amount FROM customers GROUP BY id")]
    [InlineData("SELECT id, sum(phone) AS amount FROM customers GROUP BY id")]
    [InlineData("SELECT id, length(email) AS amount FROM customers UNION SELECT 1, 2")]
    public void Numbers_made_of_a_sensitive_column_are_masked(string query) =>
        Assert.Equal(
            Classification.Sensitive,
            Second(query, Some(Id), CellValue.Integer(4930123), CellValue.Integer(4930124))
        );

    [Theory]
    [InlineData("SELECT id, count(email) AS amount FROM customers GROUP BY id")]
    [InlineData("SELECT id, COUNT(DISTINCT phone) amount FROM customers GROUP BY id")]
    [InlineData("SELECT c.id, avg(c.salary) AS amount FROM customers c JOIN orders o ON (o.cid = c.id) GROUP BY c.id")]
    [InlineData("SELECT id, price * quantity AS amount FROM orders")]
    public void Counts_and_sums_of_quantities_stay(string query) =>
        Assert.NotEqual(Classification.Sensitive, Second(query, Some(Id), CellValue.Integer(3), CellValue.Integer(4)));

    [Fact]
    public void Booleans_stay() =>
        Assert.NotEqual(
            Classification.Sensitive,
            Second(
                "SELECT id, email IS NULL AS missing FROM customers",
                Some(Id),
                CellValue.Boolean(true),
                CellValue.Boolean(false)
            )
        );

    [Theory]
    [InlineData("SELECT id, reverse(email) AS status FROM customers", true)]
    [InlineData("SELECT id, email AS status FROM customers", true)]
    [InlineData("SELECT id, c.email status FROM customers c", true)]
    [InlineData("SELECT id, status FROM (SELECT id, email AS status FROM customers) t", true)]
    [InlineData("SELECT id, status FROM orders", false)]
    [InlineData("SELECT id, upper(status) AS status FROM orders", false)]
    public void Where_the_database_tells_no_base_column_the_query_does(string query, bool masked) =>
        Assert.Equal(
            masked,
            Second(query, None, [.. Enumerable.Range(0, 30).Select(i => Text(i % 2 == 0 ? "open" : "closed"))])
                == Classification.Sensitive
        );

    [Theory]
    [InlineData("SELECT id, 'kim@post.example' AS email FROM customers")]
    [InlineData("SELECT id, email FROM (VALUES (1, 'kim@post.example')) AS t(id, email)")]
    [InlineData("WITH t AS (SELECT 1 AS id, 'kim@post.example' AS email) SELECT id, email FROM t")]
    [InlineData("SELECT id, unnest(['kim@post.example']) AS email FROM customers")]
    [InlineData("SELECT 1 AS id, \"kim@post.example\" AS email")]
    public async Task A_value_written_into_the_query_never_gets_its_real_token(string query)
    {
        var real = Masking.Token(Kind.Email, "kim@post.example");
        foreach (var origin in new[] { Some(Id), None })
        {
            var job = Job(query, origin, Text("kim@post.example"));
            var first = await Published(job);
            Assert.DoesNotContain(real, first, StringComparison.Ordinal);
            Assert.DoesNotContain("kim@post", first, StringComparison.Ordinal);
            Assert.NotEqual(first, await Published(job));
        }
    }

    [Theory]
    [InlineData("SELECT * FROM customers")]
    [InlineData("SELECT id, email FROM customers WHERE id = 7")]
    public async Task A_stored_value_gets_its_real_token_where_the_database_tells_no_base_column(string query)
    {
        var published = await Published(Job(query, None, Text("kim@post.example")));
        Assert.Contains(Masking.Token(Kind.Email, "kim@post.example"), published, StringComparison.Ordinal);
    }

    private static DesensitizationJob Job(string query, Option<ColumnOrigin> firstOrigin, params CellValue[] second) =>
        new(
            DataMode.Rules,
            None,
            new RowSet(
                [new ResultColumn("id", "int8", firstOrigin), new ResultColumn(Name(query), "", None)],
                [.. second.Select((cell, i) => new[] { CellValue.Integer(i), cell })],
                Truncated: false
            ),
            [],
            None,
            query,
            1 << 20
        );

    private static string Name(string query) =>
        query.Contains("amount", StringComparison.Ordinal) ? "amount"
        : query.Contains("missing", StringComparison.Ordinal) ? "missing"
        : query.Contains("status", StringComparison.Ordinal) ? "status"
        : query.Contains("email", StringComparison.Ordinal) ? "email"
        : "x";

    private static Classification Second(string query, Option<ColumnOrigin> firstOrigin, params CellValue[] values)
    {
        var verdicts = People
            .Desensitizer()
            .ClassifyAsync(Job(query, firstOrigin, values), CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return verdicts.Match(
            Right: fields => fields[1].Classification,
            Left: failure => throw new InvalidOperationException(failure.Code)
        );
    }

    private static async Task<string> Published(DesensitizationJob job)
    {
        var rows = await People.Desensitizer().ToRowsAsync(job, CancellationToken.None);
        return rows.Match(
            Right: People.Published,
            Left: failure => throw new InvalidOperationException(failure.Message)
        );
    }
}
