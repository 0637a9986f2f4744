using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Properties.Sensitivity;

public sealed class RulesClassifierTests
{
    private static readonly string[] Cards =
    [
        "4111111111111111",
        "5555555555554444",
        "378282246310005",
        "6011111111111117",
        "4012888888881881",
    ];

    [Theory]
    [InlineData("email", "email")]
    [InlineData("customerEmail", "email")]
    [InlineData("FIRST_NAME", "person_name")]
    [InlineData("dateofbirth", "birth_date")]
    [InlineData("Phone Number", "phone")]
    [InlineData("ssn", "social_security_number")]
    [InlineData("customer_name", "person_name")]
    [InlineData("Führerscheinnummer", "driving_licence")]
    [InlineData("fuehrerscheinnummer", "driving_licence")]
    [InlineData("numéroSécuritéSociale", "social_security_number")]
    [InlineData("顧客氏名", "person_name")]
    [InlineData("дата_рождения", "birth_date")]
    [InlineData("паспорта", "passport")]
    [InlineData("lön", "income")]
    [InlineData("cust_nm", "person_name")]
    [InlineData("DX_CD", "health")]
    [InlineData("acct_nbr", "bank_account")]
    public void A_name_is_enough_for_an_empty_column(string name, string kind) =>
        Assert.Equal(kind, Fields.Judge(Fields.Empty(name, "text")).SensitiveKind().Map(k => k.Name).IfNone("none"));

    [Theory]
    [InlineData("email_count", "integer")]
    [InlineData("is_patient", "boolean")]
    [InlineData("login_count", "integer")]
    [InlineData("product_name", "text")]
    [InlineData("gender", "text")]
    [InlineData("wavelength_nm", "numeric")]
    public void A_harmless_name_of_an_empty_column_is_clear(string name, string type) =>
        Assert.IsType<RuleVerdict.Clear>(Fields.Judge(Fields.Empty(name, type)));

    [Theory]
    [InlineData("x")]
    [InlineData("product_name")]
    [InlineData("status")]
    [InlineData("id")]
    public void What_the_values_prove_holds_under_any_name(string name)
    {
        var verdict = Assert.IsType<RuleVerdict.Found>(Fields.Judge(Fields.Named(name, Cards)));
        Assert.Equal(Kind.CardNumber, verdict.Kind);
        Assert.Equal("matched a card issuer and Luhn in 5 of 5 values", verdict.Why);
    }

    [Fact]
    public void No_reason_holds_a_value()
    {
        var fields = LabelledTables.All.SelectMany(t => t.Fields).ToArray();
        var verdicts = RulesClassifier.Classify(fields);
        for (var i = 0; i < fields.Length; i++)
        {
            var longer = fields[i].Values.Select(v => v.ToText()).Where(v => v.Length > 3);
            Assert.DoesNotContain(longer, v => verdicts[i].Why.Contains(v, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Order_of_columns_and_rows_changes_no_verdict()
    {
        foreach (var table in LabelledTables.All)
        {
            var straight = RulesClassifier.Classify(table.Fields);
            var turned = RulesClassifier.Classify([
                .. table.Fields.Reverse().Select(f => f with { Values = [.. f.Values.Reverse()] }),
            ]);
            Assert.Equal(straight, turned.Reverse());
        }
    }

    [Fact]
    public void A_declared_key_that_is_personal_is_found_and_a_surrogate_is_a_key()
    {
        var personal = Fields.Named("id", "anna@example.org", "bo@example.org", "cy@example.org") with
        {
            EntityIdHint = true,
        };
        var surrogate = Fields.Numbers("id", 1, 2, 3, 4, 5, 6) with { EntityIdHint = true };
        Assert.IsType<RuleVerdict.Found>(Fields.Judge(personal));
        Assert.IsType<RuleVerdict.Id>(Fields.Judge(surrogate));
    }

    [Fact]
    public void Name_alone_means_a_person_only_among_persons()
    {
        var name = Fields.Named("name", "anything 1", "anything 2", "anything 3", "anything 4", "anything 5");
        var others = new[] { name, Fields.Empty("email", "text"), Fields.Empty("phone", "text") };
        Assert.IsType<RuleVerdict.Suspect>(Fields.Judge(name));
        Assert.IsType<RuleVerdict.Found>(RulesClassifier.Classify(others)[0]);
    }

    [Fact]
    public void A_hint_that_says_sensitive_holds_and_one_that_denies_does_nothing()
    {
        Assert.IsType<RuleVerdict.Found>(Fields.Judge(Fields.Numbers("quantity", 1, 2) with { SensitiveHint = true }));
        Assert.IsType<RuleVerdict.Found>(Fields.Judge(Fields.Named("x", Cards) with { SensitiveHint = false }));
    }

    [Fact]
    public void Bytes_and_json_are_told_by_type()
    {
        Assert.IsType<RuleVerdict.Found>(Fields.Judge(Fields.Of("x", "bytea", [CellValue.Bytes([1, 2])])));
        var json = Fields.Of(
            "details",
            "jsonb",
            [CellValue.Json("""{"name":{"first":"Anna"},"email":"a@example.org","qty":3}""")]
        );
        Assert.True(Assert.IsType<RuleVerdict.Clear>(Fields.Judge(json)).Scan);
    }

    [Fact]
    public void One_card_number_among_ten_long_numbers_is_no_proof()
    {
        var dice = new Random(7);
        var numbers = Enumerable
            .Range(0, 200)
            .Select(_ => dice.NextInt64(4_000_000_000_000_000, 4_999_999_999_999_999))
            .ToArray();
        Assert.IsType<RuleVerdict.Clear>(Fields.Judge(Fields.Numbers("reading", numbers)));
    }

    [Fact]
    public void Ages_over_89_are_found()
    {
        Assert.IsType<RuleVerdict.Found>(Fields.Judge(Fields.Numbers("age", 34, 95, 61)));
        Assert.IsType<RuleVerdict.Clear>(Fields.Judge(Fields.Numbers("age", 34, 44, 61)));
    }
}
