namespace Causum.Domain.Sensitivity.Forms;

/// <summary>A way of writing a sensitive value that can be told from the value alone.</summary>
/// <param name="Title">How a reason names it: "matched {Title} in 18 of 20 values".</param>
/// <param name="ByChance">How often a random value of the same layout passes the check.</param>
/// <param name="Accepts">Given the value in upper case without separators.</param>
/// <param name="Layouts">Written with letters or separators of its own (<c>9</c> a digit, <c>A</c> a letter): proof by itself.</param>
/// <param name="Plain">Layouts that many harmless numbers share: proof only by statistics or beside a word.</param>
internal sealed record Form(
    string Title,
    Kind Kind,
    double ByChance,
    Func<ReadOnlySpan<char>, bool> Accepts,
    string[] Layouts,
    string[] Plain
)
{
    /// <summary>No number of this form can be told from a random one; only a name can.</summary>
    public bool NeedsName => ByChance > 0.5;
}
