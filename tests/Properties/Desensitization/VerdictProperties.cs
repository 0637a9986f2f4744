using Causum.Domain.Desensitization;
using Causum.Domain.Sensitivity;
using FsCheck.Xunit;

namespace Causum.Properties.Desensitization;

public sealed class VerdictProperties
{
    private static RuleVerdict Rule(string name) =>
        name switch
        {
            "found" => new RuleVerdict.Found(Kind.Email, 0.9, ""),
            "suspect" => new RuleVerdict.Suspect(Kind.Phone, 0.5, ""),
            "open" => new RuleVerdict.Open(""),
            "clear" => new RuleVerdict.Clear(true, 0.7, ""),
            "clear number" => new RuleVerdict.Clear(false, 0.7, ""),
            "id" => new RuleVerdict.Id(0.8, ""),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    private static FieldCase Case(string rule, ModelWord word, bool mayClear = true) =>
        new(
            "f",
            Rule(rule),
            Rule("open"),
            new ModelVerdict(word, word == ModelWord.Sensitive ? Kind.Iban : None),
            mayClear,
            LooksLikeId: true,
            HintedSensitive: false,
            PolicyWord.Silent
        );

    [Theory]
    [InlineData("found", ModelWord.Sensitive, "email", VerdictSource.LlmAndRule)]
    [InlineData("found", ModelWord.EntityId, "email", VerdictSource.Rule)]
    [InlineData("found", ModelWord.Safe, "email", VerdictSource.Rule)]
    [InlineData("found", ModelWord.Silent, "email", VerdictSource.Rule)]
    [InlineData("suspect", ModelWord.Sensitive, "phone", VerdictSource.LlmAndRule)]
    [InlineData("suspect", ModelWord.EntityId, "phone", VerdictSource.Rule)]
    [InlineData("suspect", ModelWord.Safe, "phone", VerdictSource.Rule)]
    [InlineData("suspect", ModelWord.Silent, "phone", VerdictSource.Rule)]
    [InlineData("open", ModelWord.Sensitive, "iban", VerdictSource.Llm)]
    [InlineData("open", ModelWord.Silent, "unknown", VerdictSource.Rule)]
    [InlineData("clear", ModelWord.Sensitive, "iban", VerdictSource.Llm)]
    [InlineData("id", ModelWord.Sensitive, "iban", VerdictSource.Llm)]
    public void Masked_where_the_table_says_so(string rule, ModelWord word, string kind, VerdictSource source)
    {
        var verdict = VerdictCombination.Combine(Case(rule, word));
        Assert.Equal(
            (Classification.Sensitive, Kind.Parse(kind), source),
            (verdict.Classification, verdict.Kind, verdict.Source)
        );
    }

    [Theory]
    [InlineData("open", ModelWord.EntityId, Classification.EntityId)]
    [InlineData("open", ModelWord.Safe, Classification.Scan)]
    [InlineData("clear", ModelWord.EntityId, Classification.Scan)]
    [InlineData("clear", ModelWord.Safe, Classification.Scan)]
    [InlineData("clear", ModelWord.Silent, Classification.Scan)]
    [InlineData("clear number", ModelWord.Silent, Classification.Safe)]
    [InlineData("id", ModelWord.EntityId, Classification.EntityId)]
    [InlineData("id", ModelWord.Safe, Classification.EntityId)]
    [InlineData("id", ModelWord.Silent, Classification.EntityId)]
    public void Kept_where_the_table_says_so(string rule, ModelWord word, Classification kept) =>
        Assert.Equal(kept, VerdictCombination.Combine(Case(rule, word)).Classification);

    [Property(MaxTest = 1000)]
    public bool Nothing_lifts_what_the_rules_found(
        byte word,
        bool mayClear,
        bool id,
        bool hint,
        byte policy,
        bool foundInValues
    )
    {
        var field = Case("found", (ModelWord)(word % 4), mayClear) with
        {
            LooksLikeId = id,
            HintedSensitive = hint,
            Policy = policy % 2 == 0 ? PolicyWord.Silent : PolicyWord.Sensitive,
            FromValues = Rule(foundInValues ? "found" : "open"),
        };
        var lifted = field with { Policy = PolicyWord.Safe, FromValues = Rule("found") };
        return Masks(field) && Masks(lifted);
    }

    [Property(MaxTest = 1000)]
    public bool More_protection_said_never_gives_less(byte rule, byte word, bool mayClear, bool hint, byte policy)
    {
        string[] rules = ["found", "suspect", "open", "clear", "id"];
        var field = Case(rules[rule % 5], (ModelWord)(word % 4), mayClear) with
        {
            HintedSensitive = hint,
            Policy = (PolicyWord)(policy % 2),
        };
        FieldCase[] stricter =
        [
            field with
            {
                Model = new ModelVerdict(ModelWord.Sensitive, None),
            },
            field with
            {
                ModelMayClear = false,
            },
            field with
            {
                HintedSensitive = true,
            },
            field with
            {
                Policy = PolicyWord.Sensitive,
            },
            field with
            {
                LooksLikeId = false,
            },
        ];
        return !Masks(field) || stricter.All(Masks);
    }

    [Fact]
    public void The_operator_may_call_a_name_safe_but_not_a_pattern()
    {
        var byName = Case("found", ModelWord.Silent) with { Policy = PolicyWord.Safe };
        Assert.False(Masks(byName));
        Assert.True(Masks(byName with { FromValues = Rule("found") }));
        Assert.True(Masks(byName with { HintedSensitive = true }));
    }

    [Fact]
    public void A_model_that_was_not_right_about_everything_clears_nothing()
    {
        Assert.True(Masks(Case("open", ModelWord.Safe, mayClear: false)));
        Assert.True(Masks(Case("open", ModelWord.EntityId, mayClear: false)));
        Assert.True(Masks(Case("open", ModelWord.EntityId) with { LooksLikeId = false }));
    }

    private static bool Masks(FieldCase field) =>
        VerdictCombination.Combine(field).Classification == Classification.Sensitive;
}
