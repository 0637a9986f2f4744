namespace Causum.Domain.Desensitization;

/// <summary>One question to a model.</summary>
/// <param name="System">Constant: no data stands in it.</param>
/// <param name="User">Data, delimited and escaped.</param>
public sealed record Prompt(string System, string User);
