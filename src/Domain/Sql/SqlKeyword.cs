namespace Causum.Domain.Sql;

/// <summary>The words that the guard's rules look at; the spelling is the member's name, in any case.</summary>
internal enum SqlKeyword : byte
{
    None,
    Add,
    All,
    Alter,
    Analyse,
    Analyze,
    And,
    Apply,
    As,
    Ast,
    At,
    Attach,
    Backup,
    Begin,
    Between,
    Break,
    Breadth,
    Bulk,
    By,
    Cache,
    Call,
    Checkpoint,
    Close,
    Codegen,
    Collate,
    Commit,
    Copy,
    Cost,
    Create,
    Cycle,
    Database,
    Dbcc,
    Deallocate,
    Declare,
    Default,
    Del,
    Delete,
    Deny,
    Depth,
    Desc,
    Describe,
    Detach,
    Disable,
    Distinct,
    Distributed,
    Do,
    Drop,
    Enable,
    Estimate,
    Except,
    Exec,
    Execute,
    Explain,
    Export,
    Extended,
    Extract,
    Fetch,
    For,
    Format,
    Formatted,
    From,
    Full,
    Function,
    Get,
    Go,
    Goto,
    Grant,
    Group,
    Handler,
    Having,
    If,
    Import,
    In,
    Inner,
    Ins,
    Insert,
    Install,
    Intersect,
    Into,
    Is,
    Join,
    Json,
    Keep,
    Key,
    Kill,
    Lateral,
    Left,
    Like,
    Limit,
    Lineno,
    Load,
    Local,
    Lock,
    Locking,
    Logical,
    Loop,
    Merge,
    Minus,
    Move,
    Next,
    Nextval,
    No,
    Not,
    Offset,
    On,
    Only,
    Open,
    Option,
    Or,
    Order,
    Outer,
    Overlay,
    Overwrite,
    Partitions,
    Pipeline,
    Plan,
    Position,
    Pragma,
    Print,
    Procedure,
    Query,
    Raiserror,
    Read,
    Receive,
    Reconfigure,
    Recursive,
    Rename,
    Replace,
    Restore,
    Return,
    Revert,
    Revoke,
    Right,
    Rollback,
    Row,
    Rows,
    Save,
    Savepoint,
    Sel,
    Select,
    Send,
    Set,
    Settings,
    Setuser,
    Share,
    Show,
    Shutdown,
    Sleep,
    Static,
    Substring,
    Summarize,
    Syntax,
    Table,
    Tabular,
    Text,
    Then,
    To,
    Transform,
    Tree,
    Trigger,
    Trim,
    Truncate,
    Type,
    Unload,
    Update,
    Updatetext,
    Upd,
    Upsert,
    Use,
    Using,
    Value,
    Values,
    Verbose,
    Waitfor,
    When,
    Where,
    While,
    Window,
    With,
    Writetext,
    Qualify,
    Top,
    Union,
    Unnest,
    Conversation,
    Readtext,
    Current,
    Annotated,
    Pivot,
    Unpivot,
    Session,
    Materialized,
    Access,
    Dump,
    Updlock,
    Xlock,
    Tablockx,
    Holdlock,
    Paglock,
    Tablock,
    Serializable,
    Repeatableread,
}

internal static class SqlKeywords
{
    private static readonly Dictionary<string, SqlKeyword>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<SqlKeyword>()
            .Where(k => k != SqlKeyword.None)
            .ToDictionary(k => k.ToString(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private const int Longest = 14;

    public static SqlKeyword Of(ReadOnlySpan<char> word) =>
        word.Length <= Longest && ByName.TryGetValue(word, out var keyword) ? keyword : SqlKeyword.None;

    /// <summary>Words that begin a statement which is no read.</summary>
    public static bool ActsAsStatement(this SqlKeyword word) =>
        word
            is SqlKeyword.Insert
                or SqlKeyword.Update
                or SqlKeyword.Delete
                or SqlKeyword.Merge
                or SqlKeyword.Replace
                or SqlKeyword.Upsert
                or SqlKeyword.Truncate
                or SqlKeyword.Create
                or SqlKeyword.Alter
                or SqlKeyword.Drop
                or SqlKeyword.Rename
                or SqlKeyword.Grant
                or SqlKeyword.Revoke
                or SqlKeyword.Deny
                or SqlKeyword.Call
                or SqlKeyword.Exec
                or SqlKeyword.Execute
                or SqlKeyword.Do
                or SqlKeyword.Declare
                or SqlKeyword.Begin
                or SqlKeyword.Copy
                or SqlKeyword.Load
                or SqlKeyword.Unload
                or SqlKeyword.Export
                or SqlKeyword.Import
                or SqlKeyword.Ins
                or SqlKeyword.Upd
                or SqlKeyword.Del;

    /// <summary>Words that may follow a column: before them a statement's word is only a column's name.</summary>
    public static bool FollowsValue(this SqlKeyword word) =>
        word
            is SqlKeyword.And
                or SqlKeyword.Or
                or SqlKeyword.Is
                or SqlKeyword.In
                or SqlKeyword.Not
                or SqlKeyword.Like
                or SqlKeyword.Between
                or SqlKeyword.Collate
                or SqlKeyword.At
                or SqlKeyword.As
                or SqlKeyword.Order
                or SqlKeyword.For
                or SqlKeyword.Desc
                or SqlKeyword.Then
                or SqlKeyword.When;
}
