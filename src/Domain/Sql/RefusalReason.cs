namespace Causum.Domain.Sql;

/// <summary>Why the guard refuses a text; the wire code is the member's name in snake case.</summary>
public enum RefusalReason
{
    Empty,
    TooLong,
    InvalidCharacters,
    UnbalancedLiteral,
    UnbalancedComment,
    AmbiguousComment,
    ExecutableComment,
    MultipleStatements,
    StatementNotAllowed,
    DataModifyingClause,
    SelectInto,
    LockingClause,
    Assignment,
    SequenceChange,
    SessionChange,
    FunctionWrites,
    FunctionFile,
    FunctionNetwork,
    FunctionLockOrSleep,
    FunctionAdmin,
    FunctionRunsCode,
    ExternalSource,
    VolatileFunction,
    UnknownDialect,
}

public static class RefusalReasons
{
    /// <summary>The <c>category</c> of a <c>query_refused</c> error.</summary>
    public static string WireCode(this RefusalReason reason) =>
        reason switch
        {
            RefusalReason.Empty => "empty",
            RefusalReason.TooLong => "too_long",
            RefusalReason.InvalidCharacters => "invalid_characters",
            RefusalReason.UnbalancedLiteral => "unbalanced_literal",
            RefusalReason.UnbalancedComment => "unbalanced_comment",
            RefusalReason.AmbiguousComment => "ambiguous_comment",
            RefusalReason.ExecutableComment => "executable_comment",
            RefusalReason.MultipleStatements => "multiple_statements",
            RefusalReason.StatementNotAllowed => "statement_not_allowed",
            RefusalReason.DataModifyingClause => "data_modifying_clause",
            RefusalReason.SelectInto => "select_into",
            RefusalReason.LockingClause => "locking_clause",
            RefusalReason.Assignment => "assignment",
            RefusalReason.SequenceChange => "sequence_change",
            RefusalReason.SessionChange => "session_change",
            RefusalReason.FunctionWrites => "function_writes",
            RefusalReason.FunctionFile => "function_file",
            RefusalReason.FunctionNetwork => "function_network",
            RefusalReason.FunctionLockOrSleep => "function_lock_or_sleep",
            RefusalReason.FunctionAdmin => "function_admin",
            RefusalReason.FunctionRunsCode => "function_runs_code",
            RefusalReason.ExternalSource => "external_source",
            RefusalReason.VolatileFunction => "volatile_function",
            RefusalReason.UnknownDialect => "unknown_dialect",
        };

    /// <summary>What is wrong and what to do, for a person; says nothing of the query's own values.</summary>
    internal static string Sentence(this RefusalReason reason) =>
        reason switch
        {
            RefusalReason.Empty => "The query is empty: send one reading statement.",
            RefusalReason.TooLong => "The query is longer than 1 MiB: send a shorter one.",
            RefusalReason.InvalidCharacters =>
                "A character or spelling stands here that servers read differently: quote the name or remove the character.",
            RefusalReason.UnbalancedLiteral =>
                "A text or quoted name that begins here does not end, or servers disagree on where it ends: check quotes and backslashes.",
            RefusalReason.UnbalancedComment => "A comment that begins here does not end: close it.",
            RefusalReason.AmbiguousComment =>
                "Servers disagree on where the comment that begins here ends: remove or simplify it.",
            RefusalReason.ExecutableComment => "A comment that the server runs as code begins here: remove it.",
            RefusalReason.MultipleStatements => "A second statement begins here: send exactly one.",
            RefusalReason.StatementNotAllowed =>
                "This kind of statement is not a read that the agent runs: send a SELECT or another reading form.",
            RefusalReason.DataModifyingClause =>
                "A part of the statement that begins here would change data: only reads are run.",
            RefusalReason.SelectInto => "INTO would write the result somewhere: leave it out.",
            RefusalReason.LockingClause => "This clause would lock rows or tables: leave it out.",
            RefusalReason.Assignment => "This would assign a variable: leave the assignment out.",
            RefusalReason.SequenceChange => "This would consume a value of a sequence: only reads are run.",
            RefusalReason.SessionChange => "This would change a setting or a limit of the session: leave it out.",
            RefusalReason.FunctionWrites => "A function called here writes or changes state.",
            RefusalReason.FunctionFile => "A function called here reaches files of the server.",
            RefusalReason.FunctionNetwork => "A function called here reaches the network or another server.",
            RefusalReason.FunctionLockOrSleep => "A function called here locks or waits.",
            RefusalReason.FunctionAdmin => "A function called here administers the server.",
            RefusalReason.FunctionRunsCode => "What is called here runs code or SQL that is given as text.",
            RefusalReason.ExternalSource =>
                "Data would be read from outside the database here: read tables and views only.",
            RefusalReason.VolatileFunction =>
                "A function called here may act each time it is called, and is not known to be harmless.",
            RefusalReason.UnknownDialect => "The dialect is not known: name one of the supported databases or ansi.",
        };
}
