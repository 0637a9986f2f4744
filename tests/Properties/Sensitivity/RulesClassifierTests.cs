using Causum.Domain.Sensitivity;

namespace Causum.Properties.Sensitivity;

public sealed class RulesClassifierTests
{
    [Theory]
    [InlineData("email", "email")]
    [InlineData("customerEmail", "email")]
    [InlineData("FIRST_NAME", "person_name")]
    [InlineData("dateofbirth", "birth_date")]
    [InlineData("Phone Number", "phone")]
    [InlineData("ssn", "social_security_number")]
    [InlineData("customer_name", "person_name")]
    public void A_name_is_enough_for_an_empty_column(string name, string kind) =>
        Assert.Equal(kind, Fields.Judge(Fields.Empty(name, "text")).SensitiveKind().Map(k => k.Name).IfNone("none"));

    [Fact]
    public void Card_numbers_are_found_under_any_name() =>
        Assert.IsType<RuleVerdict.Found>(
            Fields.Judge(
                Fields.Named(
                    "x",
                    "4111111111111111",
                    "5555555555554444",
                    "378282246310005",
                    "6011111111111117",
                    "4012888888881881"
                )
            )
        );

    [Fact]
    public void A_counter_is_a_key() =>
        Assert.IsType<RuleVerdict.Id>(Fields.Judge(Fields.Numbers("id", 1, 2, 3, 4, 5, 6)));
}
