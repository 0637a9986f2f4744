using Causum.Domain.Tasks;

namespace Causum.Integration.Databases;

/// <summary>Unwraps what must be there, with a message that says what was there instead.</summary>
internal static class Outcomes
{
    public static T Right<T>(Either<TaskFailure, T> outcome) =>
        outcome.Match(
            Right: value => value,
            Left: failure => throw new Xunit.Sdk.XunitException($"unexpected failure: {Everything(failure)}")
        );

    public static T Some<T>(Option<T> option) =>
        option.Match(Some: v => v, None: () => throw new Xunit.Sdk.XunitException("unexpected None"));

    /// <summary>A database error of the category.</summary>
    public static TaskFailure Fails<T>(string category, Either<TaskFailure, T> outcome)
    {
        var failure = outcome.Match(
            Right: _ => throw new Xunit.Sdk.XunitException($"expected {category}, but it succeeded"),
            Left: f => f
        );
        Assert.Equal("database_error", failure.Code);
        Assert.Equal(category, failure.Category.IfNone("(none)"));
        Assert.NotEmpty(failure.Message);
        Assert.True(failure.NextSteps.IsSome);
        return failure;
    }

    public static string Everything(TaskFailure failure) =>
        $"{failure.Code} {failure.Category} {failure.VendorCode} {failure.Message} {failure.NextSteps}";
}
