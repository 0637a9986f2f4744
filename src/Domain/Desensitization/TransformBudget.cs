namespace Causum.Domain.Desensitization;

/// <summary>Tokens of one transform call: the answer repeats its rows, so that both have to fit.</summary>
public static class TransformBudget
{
    private const double Repetition = 1.15;
    private const double CounterError = 0.97;
    private const int Reserve = 256;

    /// <summary>Many models with a large window answer at most this much in one go.</summary>
    private const int LongestAnswer = 4000;

    /// <summary>Tokens that the rows of one chunk may have; 0 or less if not even the prompt fits.</summary>
    public static int Rows(int tokenLimit, int instructionTokens, int headerTokens) =>
        Math.Min(
            (int)((tokenLimit * CounterError - instructionTokens - headerTokens - Reserve) / (1 + Repetition)),
            (int)(LongestAnswer / Repetition)
        );

    public static int Answer(int rowTokens) => (int)(rowTokens * Repetition) + Reserve / 2;
}
