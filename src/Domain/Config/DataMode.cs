namespace Causum.Domain.Config;

/// <summary>What may happen to rows that a task has read.</summary>
public enum DataMode
{
    /// <summary>Classified with the model and the rules, masked, transformed by the model.</summary>
    Llm,

    /// <summary>Sent as they are; chosen by the configuration, never a fallback.</summary>
    Passthrough,

    /// <summary>Never sent.</summary>
    Blocked,

    /// <summary>Classified and masked by the built-in rules alone.</summary>
    Rules,
}

public static class DataModes
{
    public static string WireName(this DataMode mode) =>
        mode switch
        {
            DataMode.Llm => "llm",
            DataMode.Passthrough => "passthrough",
            DataMode.Blocked => "blocked",
            DataMode.Rules => "rules",
        };

    /// <summary>True where rows are masked before they leave.</summary>
    public static bool Desensitizes(this DataMode mode) => mode is DataMode.Llm or DataMode.Rules;
}
