using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Causum.Domain.Rows;
using Causum.Domain.Tasks;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Tasks.Handlers;

public sealed class PassthroughBytesProperties
{
    private static readonly JsonSerializerOptions Naive = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Gen<(CellValue Cell, JsonNode? Json)> Cells = Gen.OneOf(
        Fixed(CellValue.Null, null),
        Fixed(CellValue.Boolean(true), JsonValue.Create(true)),
        From(Gen.Choose(int.MinValue, int.MaxValue), n => CellValue.Integer(n), n => JsonValue.Create(n)),
        From(
            Gen.Elements(long.MaxValue, long.MinValue, 1L << 53),
            CellValue.Integer,
            n => JsonValue.Create(n.ToString(CultureInfo.InvariantCulture))
        ),
        From(
            Gen.Elements("1.10", "-0.000", "123456789012345678901234567890"),
            CellValue.Decimal,
            digits => JsonValue.Create(digits)
        ),
        From(
            Gen.Elements(double.NaN, double.PositiveInfinity),
            CellValue.Real,
            d => JsonValue.Create(d.ToString(CultureInfo.InvariantCulture))
        ),
        From(
            Gen.Elements("", "plain", "\"\\/", "a\nb\0c\u001f", "Zürich 日本 😀", "</script>", "\u2028", "\uFEFF"),
            CellValue.Text,
            text => JsonValue.Create(text)
        ),
        From(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
            CellValue.Text,
            text => JsonValue.Create(text)
        ),
        From(
            Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 7),
            CellValue.Bytes,
            bytes => JsonValue.Create(Convert.ToBase64String(bytes))
        ),
        Fixed(CellValue.Json("""{"a":[1.10,null]}"""), JsonNode.Parse("""{"a":[1.10,null]}""")),
        Fixed(CellValue.Json("no json"), JsonValue.Create("no json")),
        Fixed(CellValue.Array([CellValue.Integer(1), CellValue.Null]), new JsonArray(JsonValue.Create(1), null)),
        Fixed(
            CellValue.Timestamp(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified)),
            JsonValue.Create("2026-01-02T03:04:05")
        )
    );

    [Property(MaxTest = 300)]
    public Property Streamed_bytes_equal_those_of_a_serializer() =>
        Prop.ForAll(
            Gen.ListOf(Gen.ArrayOf(Cells, 3)).ToArbitrary(),
            rows =>
            {
                var database = new FakeDatabase([.. Enumerable.Repeat(new ResultColumn("", "text", None), 3)])
                {
                    Rows = [.. rows.Select(row => row.Select(pair => pair.Cell).ToArray())],
                };
                var result = new TaskBench { Database = database }
                    .SucceedAsync<TaskResult.Rows>(
                        new TaskPayload.DbQuery("SELECT 1", [], 10_000, [], ResultFormat.Rows)
                    )
                    .GetAwaiter()
                    .GetResult();
                var expected = new JsonArray([
                    .. rows.Select(row => (JsonNode)new JsonArray([.. row.Select(pair => pair.Json?.DeepClone())])),
                ]);
                Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(expected, Naive), result.RowsJson.ToArray());
            }
        );

    private static Gen<(CellValue Cell, JsonNode? Json)> Fixed(CellValue cell, JsonNode? json) =>
        Gen.Constant((cell, json));

    private static Gen<(CellValue Cell, JsonNode? Json)> From<T>(
        Gen<T> values,
        Func<T, CellValue> cell,
        Func<T, JsonNode?> json
    ) => values.Select(value => (cell(value), json(value)));
}
