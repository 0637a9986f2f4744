namespace Causum.Domain.Rows;

/// <summary>A column of a result. Names may repeat or be empty, as the database gives them.</summary>
/// <param name="DatabaseType">The database's own name of the type, as its catalog prints it.</param>
/// <param name="Origin">The base column, where the driver knows that the result column is one unchanged.</param>
public sealed record ResultColumn(string Name, string DatabaseType, Option<ColumnOrigin> Origin);

/// <summary>The base table column that a result column shows.</summary>
public sealed record ColumnOrigin(Option<string> Schema, string Table, string Column);
