using Causum.Domain.Rows;
using Causum.Host.Preview;
using Causum.Integration.Support;

namespace Causum.Integration.Preview;

public sealed class InputFileTests : IDisposable
{
    private const string Planted = "planted-cell";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("preview-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_CSV_table_is_named_after_its_file_and_its_columns_get_types()
    {
        var table = Outcomes.Right(
            InputFiles.Read(
                Write(
                    "people.csv",
                    "\ufeffid;zip;amount;born;note\n1;01067;12.50;1980-02-29;\"says \"\"hi\"\"; twice\"\n22;10115;-3;2001-12-31;\n"
                ),
                20
            )
        );

        Assert.Equal("people", table.Name);
        Assert.Equal(["id", "zip", "amount", "born", "note"], table.Rows.Columns.Select(c => c.Name));
        Assert.Equal(["bigint", "text", "numeric", "date", "text"], table.Rows.Columns.Select(c => c.DatabaseType));
        Assert.Equal("says \"hi\"; twice", table.Rows.Rows[0][4].ToText());
        Assert.Equal("01067", table.Rows.Rows[0][1].ToText());
        Assert.True(table.Rows.Rows[1][4].IsNull);
        Assert.False(table.Rows.Truncated);
    }

    [Fact]
    public void Rows_beyond_the_limit_are_left_out_and_told()
    {
        var table = Outcomes.Right(InputFiles.Read(Write("n.csv", "n\n1\n2\n3\n"), 2));
        Assert.Equal(2, table.Rows.Rows.Count);
        Assert.True(table.Rows.Truncated);
    }

    [Fact]
    public void A_CSV_file_in_another_encoding_is_refused()
    {
        var path = Path.Combine(folder.FullName, "latin.csv");
        File.WriteAllBytes(path, [.. "name\nM"u8, 0xFC, .. "ller\n"u8]);
        var fault = Outcomes.Left(InputFiles.Read(path, 20));
        Assert.Contains("UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_table_takes_rows_as_arrays_or_objects()
    {
        var table = Outcomes.Right(
            InputFiles.Read(
                Write(
                    "any.txt",
                    """
                    {"table":"people","description":"Customers","columns":[
                      {"name":"id","type":"bigint"},{"name":"name","description":"Full name"},{"name":"born","type":"date"},{"name":"doc"}],
                     "rows":[[1,"Ann","1980-02-29",{"a":[1]}],{"id":12345678901234567890,"name":null}]}
                    """
                ),
                20
            )
        );

        Assert.Equal("people", table.Name);
        Assert.Equal(
            [CellKind.Integer, CellKind.Text, CellKind.Date, CellKind.Json],
            table.Rows.Rows[0].Select(c => c.Kind)
        );
        Assert.Equal("12345678901234567890", table.Rows.Rows[1][0].ToText());
        Assert.All(table.Rows.Rows[1][1..], cell => Assert.True(cell.IsNull));
        Assert.Equal("Customers", table.Context[0].Description);
        Assert.Equal("Full name", table.Context[0].Fields[1].Description);
    }

    [Theory]
    [InlineData("a.json", "{\"table\":\"t\"", "is not valid JSON")]
    [InlineData("a.json", "[]", "must be a JSON object")]
    [InlineData("a.json", "{\"columns\":[],\"rows\":[]}", "table: is required")]
    [InlineData("a.json", "{\"table\":\"t\",\"rows\":[]}", "columns: is required")]
    [InlineData(
        "a.json",
        "{\"table\":\"t\",\"columns\":[{\"name\":1}],\"rows\":[]}",
        "columns[0].name: must be a string"
    )]
    [InlineData(
        "a.json",
        "{\"table\":\"t\",\"columns\":[{\"name\":\"a\"}],\"rows\":[[1],[\"" + Planted + "\",2]]}",
        "rows[1]: must have 1 cells"
    )]
    [InlineData(
        "a.json",
        "{\"table\":\"t\",\"columns\":[{\"name\":\"a\"}],\"rows\":[{\"" + Planted + "\":2}]}",
        "rows[0]: has a member"
    )]
    [InlineData("a.csv", "", "is empty")]
    [InlineData("a.csv", "a,b\n1,2\n" + Planted + "\n", "line 3")]
    [InlineData("a.csv", "a,b\n1,\"" + Planted + "\n", "not valid CSV")]
    public void A_fault_names_the_file_and_the_place_and_no_value(string name, string content, string message)
    {
        var fault = Outcomes.Left(InputFiles.Read(Write(name, content), 20)).ToString();
        Assert.Contains(name, fault, StringComparison.Ordinal);
        Assert.Contains(message, fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.Contains(
            "does not exist",
            Outcomes.Left(InputFiles.Read(Path.Combine(folder.FullName, "none.csv"), 20)).ToString(),
            StringComparison.Ordinal
        );

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
