namespace Causum.Domain.Sensitivity;

/// <summary>What the control plane says about the tables a query reads. Untrusted: it may raise a verdict, never lower it.</summary>
public sealed record TableContext(
    string Name,
    Option<string> Schema,
    Option<string> Description,
    IReadOnlyList<FieldContext> Fields
);

/// <param name="EntityId">The sender says the field is a key.</param>
/// <param name="Sensitive">The sender's hint; <c>true</c> always holds, <c>false</c> never overrules the agent's own finding.</param>
public sealed record FieldContext(
    string Name,
    Option<string> Description,
    Option<bool> EntityId,
    Option<bool> Sensitive
);
