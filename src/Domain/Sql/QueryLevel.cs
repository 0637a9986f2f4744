namespace Causum.Domain.Sql;

/// <summary>What is known of one level of parentheses while its tokens pass.</summary>
internal struct QueryLevel
{
    /// <summary>The word before the opening parenthesis.</summary>
    public SqlKeyword Owner;

    /// <summary>The parenthesis belongs to a name, as that of a call.</summary>
    public bool IsCall;

    /// <summary>The parenthesis is that of <c>IDENTIFIER(…)</c>.</summary>
    public bool IsIdentifier;

    /// <summary>In the ON list of DuckDB's <c>PIVOT table ON column</c>.</summary>
    public bool InPivot;

    /// <summary>A column of that list has not named its values yet.</summary>
    public bool AwaitsPivotValues;

    /// <summary>A WITH has begun and its main statement has not.</summary>
    public bool AwaitsMain;

    /// <summary>In the FROM clause of a query.</summary>
    public bool InFrom;

    /// <summary>The next token names a table.</summary>
    public bool ExpectsTable;

    /// <summary>The parenthesis that was closed last belonged to <c>IDENTIFIER(…)</c>.</summary>
    public bool ClosedIdentifier;

    /// <summary>FROM, FOR and the like separate arguments here, as in <c>SUBSTRING(x FROM 1 FOR y)</c>.</summary>
    public readonly bool IsOperandSyntax => IsCall && Owner is SqlKeyword.Substring or SqlKeyword.Overlay;
}
