namespace Causum.Domain.Sensitivity.Names;

/// <summary>Kinds that tell little of a person alone: kept unless a policy says otherwise (reference, §2).</summary>
internal static class QuasiIdentifiers
{
    public static bool Contains(Kind kind) =>
        kind == Kind.Gender || kind == Kind.Nationality || kind == Kind.MaritalStatus || kind == Kind.Occupation;
}
