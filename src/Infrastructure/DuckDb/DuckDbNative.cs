using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Causum.Infrastructure.DuckDb;

/// <summary>What the driver's own bindings leave out, or give as raw pointers that only unsafe code could take.</summary>
internal static class DuckDbNative
{
    private const string Library = "duckdb";

    [DllImport(Library, EntryPoint = "duckdb_prepared_statement_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static extern DuckDBStatementType StatementType(DuckDBPreparedStatement statement);

    [DllImport(Library, EntryPoint = "duckdb_vector_get_data")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static extern nint VectorData(nint vector);

    [DllImport(Library, EntryPoint = "duckdb_vector_get_validity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static extern nint VectorValidity(nint vector);

    [DllImport(Library, EntryPoint = "duckdb_union_type_member_count")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static extern ulong UnionMembers(DuckDBLogicalType type);

    [DllImport(Library, EntryPoint = "duckdb_union_type_member_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    public static extern DuckDBLogicalType UnionMemberType(DuckDBLogicalType type, ulong index);

    /// <summary>The name that a type was given (<c>JSON</c>, a user's enum), where it has one.</summary>
    public static string? Alias(DuckDBLogicalType type)
    {
        var text = TypeAlias(type);
        if (text == 0)
            return null;
        var alias = Marshal.PtrToStringUTF8(text);
        NativeMethods.Helpers.DuckDBFree(text);
        return alias;
    }

    [DllImport(Library, EntryPoint = "duckdb_logical_type_get_alias")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern nint TypeAlias(DuckDBLogicalType type);
}
