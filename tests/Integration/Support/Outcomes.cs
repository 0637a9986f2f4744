namespace Causum.Integration.Support;

/// <summary>Looks into results; Either is enumerable, so that xunit's own comparison says the wrong thing of it.</summary>
internal static class Outcomes
{
    public static TRight Right<TLeft, TRight>(Either<TLeft, TRight> outcome) =>
        outcome.Match(Right: value => value, Left: failure => throw new Xunit.Sdk.XunitException($"Left: {failure}"));

    public static TLeft Left<TLeft, TRight>(Either<TLeft, TRight> outcome) =>
        outcome.Match(Left: failure => failure, Right: value => throw new Xunit.Sdk.XunitException($"Right: {value}"));
}
