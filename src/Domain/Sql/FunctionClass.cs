namespace Causum.Domain.Sql;

/// <summary>What a function does beside giving a value; <see cref="Harmless"/> takes one out of a wider pattern.</summary>
internal enum FunctionClass : byte
{
    Harmless,
    Writes,
    Sequence,
    Session,
    Files,
    Network,
    LockOrSleep,
    Admin,
    RunsCode,
}

internal static class FunctionClasses
{
    public static RefusalReason Reason(this FunctionClass kind) =>
        kind switch
        {
            FunctionClass.Writes => RefusalReason.FunctionWrites,
            FunctionClass.Sequence => RefusalReason.SequenceChange,
            FunctionClass.Session => RefusalReason.SessionChange,
            FunctionClass.Files => RefusalReason.FunctionFile,
            FunctionClass.Network => RefusalReason.FunctionNetwork,
            FunctionClass.LockOrSleep => RefusalReason.FunctionLockOrSleep,
            FunctionClass.Admin => RefusalReason.FunctionAdmin,
            FunctionClass.RunsCode => RefusalReason.FunctionRunsCode,
            FunctionClass.Harmless => throw new System.Diagnostics.UnreachableException(),
        };
}
