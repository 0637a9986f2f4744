using DuckDB.NET.Data;

namespace Causum.Integration.Guard.Differential;

/// <summary>Every function, macro and table function that the engine lists, with values of its own parameter types.</summary>
internal static class DuckDbVocabulary
{
    private static readonly string[] Texts =
    [
        "'people'",
        "'counter'",
        "'planted'",
        "'DELETE FROM people'",
        "'{folder}/bare.duckdb'",
        "'{folder}/canary.csv'",
        "'threads'",
        "'$.a'",
        "'%d'",
        "'a'",
    ];

    public static Vocabulary Read(DuckDBConnection connection, string folder)
    {
        var texts = Vocabulary.In(folder, Texts);
        var functions = EmbeddedSession.Look(
            connection,
            [
                """
                SELECT function_name || '|' || coalesce(array_to_string(list_transform(parameters, (p, i) -> coalesce(parameter_types[i], 'ANY')), ';'), '')
                       || '|' || row_number() OVER (), '' FROM duckdb_functions()
                WHERE regexp_matches(function_name, '^[a-z_0-9]+$')
                """,
            ]
        );
        var words = EmbeddedSession.Look(connection, ["SELECT keyword_name, '' FROM duckdb_keywords()"]);
        return new()
        {
            Functions =
            [
                .. functions
                    .Select(f => f.Name.Split('|'))
                    .Select(f => new CallableFunction("", f[0], f[1].Length == 0 ? [] : f[1].Split(';'))),
            ],
            Argument = (type, choice) => Argument(type, texts, choice),
            Words = [.. words.Select(w => w.Name)],
            Acts = Vocabulary.In(folder, DuckDbFragments.Acts),
            ActingExpressions = Vocabulary.In(folder, DuckDbFragments.ActingExpressions),
            Reads = DuckDbFragments.Reads,
        };
    }

    private static string Argument(string type, IReadOnlyList<string> texts, Random choice) =>
        type switch
        {
            "VARCHAR" => texts[choice.Next(texts.Count)],
            "ANY" or "T" or "" => choice.Next(3) == 0 ? "1" : texts[choice.Next(texts.Count)],
            "BOOLEAN" => "true",
            "BLOB" => "'\\x00'::BLOB",
            "JSON" => "'{\"a\": [1]}'::JSON",
            "DATE" => "DATE '2024-01-02'",
            "TIME" => "TIME '01:02:03'",
            "INTERVAL" => "INTERVAL 2 SECONDS",
            "LAMBDA" => "x -> x",
            "BIT" => "'101'::BIT",
            "UUID" => "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::UUID",
            _ when type.StartsWith("TIMESTAMP", StringComparison.Ordinal) => $"'2024-01-02 03:04:05'::{type}",
            _ when type.EndsWith("[]", StringComparison.Ordinal) => $"[{Argument(type[..^2], texts, choice)}]",
            _ when type.StartsWith("MAP", StringComparison.Ordinal) => "MAP {'a': 1}",
            _ when type.StartsWith("STRUCT", StringComparison.Ordinal) => "{'a': 1}",
            _ => choice.Next(2) == 0 ? "1" : "2",
        };
}
