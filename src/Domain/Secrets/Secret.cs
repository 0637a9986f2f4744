using System.Diagnostics;

namespace Causum.Domain.Secrets;

/// <summary>A secret value, held in memory only. Whatever prints it (text, debugger, serializer) gets <c>***</c>.</summary>
[DebuggerDisplay("***")]
public sealed class Secret(string value)
{
    private readonly string value = value;

    /// <summary>The value, for the one call that hands it to a driver or a request header.</summary>
    public string Reveal() => value;

    public override string ToString() => "***";
}
