using Microsoft.Data.Sqlite;

namespace Causum.Integration.Guard.Differential;

/// <summary>Every function, table-valued pragma and module that the engine lists.</summary>
internal static class SqliteVocabulary
{
    private const int MostArguments = 4;

    private static readonly string[] Values =
    [
        "1",
        "0",
        "-1",
        "2.5",
        "'people'",
        "'planted'",
        "name",
        "'2024-01-02'",
        "'{\"a\": [1]}'",
        "'$.a'",
        "'{folder}/canary.csv'",
        "'main'",
        "'%d'",
        "x'00ff'",
        "NULL",
    ];

    private static readonly string[] Words =
    [
        .. "ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT".Split(
            ' '
        ),
    ];

    public static Vocabulary Read(SqliteConnection connection, string folder)
    {
        var values = Vocabulary.In(folder, Values);
        var functions = EmbeddedSession.Look(
            connection,
            [
                "SELECT name, narg FROM pragma_function_list",
                "SELECT 'pragma_' || name, 1 FROM pragma_pragma_list",
                "SELECT name, 2 FROM pragma_module_list",
            ]
        );
        return new()
        {
            Functions =
            [
                .. from function in functions
                where char.IsLetter(function.Name[0])
                let count = int.Parse(function.Value, System.Globalization.CultureInfo.InvariantCulture)
                from arguments in count < 0 ? Enumerable.Range(0, MostArguments + 1) : new[] { 0, count }.Distinct()
                select new CallableFunction("", function.Name, [.. Enumerable.Repeat("", arguments)]),
            ],
            Argument = (_, choice) => values[choice.Next(values.Count)],
            Words = Words,
            Acts = Vocabulary.In(folder, SqliteFragments.Acts),
            ActingExpressions = Vocabulary.In(folder, SqliteFragments.ActingExpressions),
            Reads = SqliteFragments.Reads,
        };
    }
}
