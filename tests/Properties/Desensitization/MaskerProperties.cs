using System.Text;
using System.Text.Json;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Properties.Desensitization.Support;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Desensitization;

public sealed class MaskerProperties
{
    [Property(MaxTest = 1000)]
    public bool Sensitive_columns_hold_only_tokens_null_and_blank_text(int seed, byte kind)
    {
        var random = new Random(seed);
        var cells = Enumerable.Range(0, 5).Select(_ => Cells.Any(random)).ToArray();
        var masked = Masking.Mask(
            [Masking.Sensitive(Kind.All[kind % Kind.All.Count])],
            [.. cells.Select(cell => new[] { cell })]
        );
        return masked.Rows.Rows.All(row => IsHarmless(row[0])) && LeakCheck.For(masked).InRows().IsNone;
    }

    [Property(MaxTest = 1000)]
    public bool No_masked_value_stands_in_any_column_whatever_the_cells(int seed)
    {
        var random = new Random(seed);
        var shared = Enumerable.Range(0, 4).Select(_ => Cells.Any(random)).ToArray();
        var rows = Enumerable
            .Range(0, 6)
            .Select(i =>
                new[]
                {
                    shared[i % 4],
                    i % 2 == 0
                        ? CellValue.Text("seen " + shared[random.Next(4)].ToText() + ", again")
                        : shared[random.Next(4)],
                }
            )
            .ToArray();
        var masked = Masking.Mask([Masking.Sensitive(Kind.Unknown), Masking.Kept()], rows);
        return LeakCheck.For(masked).InRows().IsNone;
    }

    [Property(MaxTest = 300)]
    public bool Null_stays_null_and_blank_stays_blank(int seed)
    {
        var random = new Random(seed);
        var cells = Enumerable.Range(0, 8).Select(_ => Cells.Any(random)).ToArray();
        foreach (
            var treatment in new[] { Masking.Sensitive(Kind.Health), Masking.Sensitive(Kind.Email), Masking.Kept() }
        )
        {
            var masked = Masking.Mask([treatment], [.. cells.Select(cell => new[] { cell })]).Rows.Rows;
            for (var i = 0; i < cells.Length; i++)
            {
                var blank = cells[i].Kind == CellKind.Text && string.IsNullOrWhiteSpace(cells[i].ToText());
                if (cells[i].IsNull != masked[i][0].IsNull || (blank && masked[i][0].ToText() != cells[i].ToText()))
                    return false;
            }
        }
        return true;
    }

    [Property(MaxTest = 300)]
    public bool Json_keeps_its_structure_and_loses_its_leaves(int seed)
    {
        var json = Cells.Json(new Random(seed), 4);
        var masked = Masking
            .Mask([Masking.Sensitive(Kind.JsonDocument)], [CellValue.Json(json)])
            .Rows.Rows[0][0]
            .ToText();
        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(masked);
        return SameForm(before.RootElement, after.RootElement);
    }

    [Fact]
    public void Names_inside_json_say_what_their_values_are()
    {
        var json =
            """{"customer":{"email":"kim@post.example","status":"open"},"items":[{"sku":"A-1","qty":2}],"note":null}""";
        var masked = Masking.Mask([Masking.Kept()], [CellValue.Json(json)], [CellValue.Text(json)]);
        var email = Masking.Token(Kind.Email, "kim@post.example");
        foreach (var row in masked.Rows.Rows)
        {
            using var document = JsonDocument.Parse(row[0].ToText());
            Assert.Equal(email, document.RootElement.GetProperty("customer").GetProperty("email").GetString());
            Assert.Equal(2, document.RootElement.GetProperty("items")[0].GetProperty("qty").GetInt32());
        }
        Assert.Equal(CellKind.Json, masked.Rows.Rows[0][0].Kind);
        Assert.Equal(CellKind.Text, masked.Rows.Rows[1][0].Kind);
    }

    [Fact]
    public void Arrays_keep_length_order_and_nulls()
    {
        var array = CellValue.Array([
            CellValue.Text("kim@post.example"),
            CellValue.Null,
            CellValue.Text(""),
            CellValue.Text("lee@post.example"),
        ]);
        var masked = Masking.Mask([Masking.Sensitive(Kind.Email)], [array]).Rows.Rows[0][0].AsArray;
        Assert.Equal(
            [Masking.Token(Kind.Email, "kim@post.example"), "", "", Masking.Token(Kind.Email, "lee@post.example")],
            masked.Select(item => item.ToText())
        );
        Assert.True(masked[1].IsNull);
    }

    [Property(MaxTest = 200)]
    public bool Bytes_never_appear_as_text_hex_or_base64(int seed)
    {
        var bytes = Cells.Bytes(new Random(seed));
        var printable = Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
        foreach (var treatment in new[] { Masking.Kept(), Masking.Sensitive(Kind.Email) })
        {
            var cells = Masking.Mask([treatment], [CellValue.Bytes(bytes)], [CellValue.Bytes(printable)]).Rows.Rows;
            if (cells.Any(row => !row[0].ToText().StartsWith("BIN_", StringComparison.Ordinal)))
                return false;
        }
        return true;
    }

    [Fact]
    public void Bytes_repeated_elsewhere_as_text_hex_or_base64_are_replaced()
    {
        var bytes = "sealed content 7731"u8.ToArray();
        CellValue[] texts =
        [
            CellValue.Text("it says sealed content 7731 there"),
            CellValue.Text("hex " + Convert.ToHexString(bytes) + " end"),
            CellValue.Text("b64 " + Convert.ToBase64String(bytes) + " end"),
        ];
        var masked = Masking.Mask(
            [Masking.Kept(), Masking.Kept()],
            [.. texts.Select(text => new[] { CellValue.Bytes(bytes), text })]
        );
        Assert.All(masked.Rows.Rows, row => Assert.Contains("BIN_", row[1].ToText(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_telling_column_of_few_values_prints_one_constant()
    {
        string[] values = ["asthma", "diabetes", "asthma", "migraine"];
        var masked = Masking.Mask(
            [Masking.Sensitive(Kind.Health)],
            [.. values.Select(v => new[] { CellValue.Text(v) })]
        );
        Assert.All(masked.Rows.Rows, row => Assert.Equal("DGN_suppressed", row[0].ToText()));
    }

    [Fact]
    public void A_telling_column_of_many_values_prints_tokens()
    {
        var masked = Masking.Mask(
            [Masking.Sensitive(Kind.Health)],
            [.. Enumerable.Range(0, 17).Select(i => new[] { CellValue.Text($"finding{i}") })]
        );
        Assert.Equal(17, masked.Rows.Rows.Select(row => row[0].ToText()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_sensitive_boolean_is_a_constant() =>
        Assert.Equal("UNK_suppressed", Masking.Token(Kind.Unknown, CellValue.Boolean(true)));

    [Property(MaxTest = 200)]
    public bool A_value_masked_in_one_column_is_replaced_in_the_text_of_another_and_the_rest_stays(int seed)
    {
        var random = new Random(seed);
        var (name, before, after) = (Cells.Word(random) + " " + Cells.Word(random), "seen with ", ", in the yard");
        CellValue[][] filler =
        [
            .. Enumerable.Range(0, 3).Select(i => new[] { CellValue.Null, CellValue.Text($"plain words {i}") }),
        ];
        var masked = Masking.Mask(
            [Masking.Sensitive(Kind.PersonName), Masking.Kept()],
            [
                [CellValue.Text(name), CellValue.Text(before + name.ToUpperInvariant() + after)],
                .. filler,
            ]
        );
        return masked.Rows.Rows[0][1].ToText() == before + Masking.Token(Kind.PersonName, name) + after;
    }

    [Fact]
    public void A_number_masked_in_one_column_is_replaced_where_it_stands_as_a_number()
    {
        var masked = Masking.Mask(
            [Masking.Sensitive(Kind.Phone), Masking.Kept(), Masking.Kept()],
            [CellValue.Text("555 010 4477"), CellValue.Integer(5550104477), CellValue.Integer(12)]
        );
        Assert.Equal(Masking.Token(Kind.Phone, "555 010 4477"), masked.Rows.Rows[0][1].ToText());
        Assert.Equal(12, masked.Rows.Rows[0][2].AsInteger);
    }

    [Fact]
    public void Forged_tokens_in_kept_text_are_masked()
    {
        var masked = Masking.Mask(
            [Masking.Kept()],
            [CellValue.Text("see NAM_a1b2c3d4 there")],
            [CellValue.Text("plain")],
            [CellValue.Text("also plain")]
        );
        var text = masked.Rows.Rows[0][0].ToText();
        Assert.DoesNotContain("NAM_a1b2c3d4", text, StringComparison.Ordinal);
        Assert.Matches("^see UNK_[0-9a-f]{8} there$", text);
    }

    [Property(MaxTest = 200)]
    public bool Order_of_rows_and_columns_changes_no_token(int seed)
    {
        var random = new Random(seed);
        CellValue[][] rows =
        [
            .. Enumerable.Range(0, 6).Select(_ => new[] { Cells.Scalar(random), Cells.Scalar(random) }),
        ];
        ColumnTreatment[] treatments = [Masking.Sensitive(Kind.Email), Masking.Sensitive(Kind.Phone)];
        var straight = Masking.Mask(treatments, rows).Rows.Rows;
        var turned = Masking
            .Mask([.. treatments.Reverse()], [.. rows.Reverse().Select(row => row.Reverse().ToArray())])
            .Rows.Rows;
        return straight
            .Reverse()
            .Zip(turned, (a, b) => a[0].ToText() == b[1].ToText() && a[1].ToText() == b[0].ToText())
            .All(same => same);
    }

    [Property(MaxTest = 200)]
    public bool Masking_what_was_masked_leaks_nothing_and_never_throws(int seed)
    {
        var random = new Random(seed);
        CellValue[][] rows = [.. Enumerable.Range(0, 5).Select(_ => new[] { Cells.Any(random), Cells.Any(random) })];
        ColumnTreatment[] treatments = [Masking.Sensitive(Kind.Unknown), Masking.Kept()];
        var once = Masking.Mask(treatments, rows);
        var twice = Masker.Mask(once.Rows, treatments, TokenLength.Default);
        return LeakCheck.For(twice).InRows().IsNone && twice.Rows.Rows.All(row => IsHarmless(row[0]));
    }

    [Property]
    public bool Equal_keys_of_two_tables_still_join(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        var people = Enumerable.Range(0, 20).Select(_ => Cells.Word(random)).ToArray();
        CellValue[][] Table() =>
            [.. Enumerable.Range(0, 15).Select(_ => new[] { CellValue.Text(people[random.Next(20)]) })];
        var (left, right) = (Table(), Table());
        string[] Tokens(CellValue[][] table) =>
            [.. Masking.Mask([Masking.Sensitive(Kind.UserName)], table).Rows.Rows.Select(row => row[0].ToText())];
        int Joined(IEnumerable<string> a, IEnumerable<string> b) =>
            a.Join(b, x => x, x => x, (_, _) => 0, StringComparer.Ordinal).Count();
        return Joined(left.Select(r => r[0].ToText()), right.Select(r => r[0].ToText()))
            == Joined(Tokens(left), Tokens(right));
    }

    private static bool IsHarmless(CellValue cell) =>
        cell.Kind switch
        {
            CellKind.Null => true,
            CellKind.Text => string.IsNullOrWhiteSpace(cell.ToText()) || TokenShape.IsToken(cell.ToText()),
            CellKind.Array => cell.AsArray.All(IsHarmless),
            CellKind.Json => LeavesOf(cell.ToText()).All(IsHarmless),
            _ => false,
        };

    private static List<CellValue> LeavesOf(string json)
    {
        var leaves = new List<CellValue>();
        JsonLeaves.Visit(json, (_, leaf) => leaves.Add(JsonLeaves.CellOf(leaf)));
        return leaves;
    }

    private static bool SameForm(JsonElement a, JsonElement b) =>
        a.ValueKind switch
        {
            JsonValueKind.Object => b.ValueKind == JsonValueKind.Object
                && a.EnumerateObject()
                    .Zip(b.EnumerateObject(), (x, y) => x.Name == y.Name && SameForm(x.Value, y.Value))
                    .All(same => same)
                && a.GetPropertyCount() == b.GetPropertyCount(),
            JsonValueKind.Array => b.ValueKind == JsonValueKind.Array
                && a.GetArrayLength() == b.GetArrayLength()
                && a.EnumerateArray().Zip(b.EnumerateArray(), SameForm).All(same => same),
            JsonValueKind.Null => b.ValueKind == JsonValueKind.Null,
            _ => b.ValueKind == JsonValueKind.String && TokenShape.IsToken(b.GetString()),
        };
}
