using MySqlConnector;

namespace Causum.Integration.Guard.Differential;

/// <summary>Every function that MariaDB names in its own list and in its help, with different numbers of arguments.</summary>
internal static class MariaDbVocabulary
{
    private const int MostArguments = 4;

    private static readonly string[] Values =
    [
        "1",
        "0",
        "2",
        "2.5",
        "'people'",
        "'planted'",
        "'counter'",
        "'2024-01-02'",
        "'2024-01-02 03:04:05'",
        "'{\"a\": [1]}'",
        "'$.a'",
        "'{folder}/canary.csv'",
        "'0-1-1'",
        "x'00ff'",
        "NULL",
        "connection_id()",
        "counter",
        "name",
        "POINT(1, 2)",
        "'POINT(1 2)'",
    ];

    public static async Task<Vocabulary> ReadAsync(MySqlConnection connection, string folder)
    {
        var values = Vocabulary.In(folder, Values);
        var functions = await MariaDbLook.ReadAsync(
            connection,
            """
            SELECT lower(function), '' FROM information_schema.sql_functions
            UNION SELECT lower(regexp_replace(t.name, '[^A-Za-z0-9_].*', '')), ''
            FROM mysql.help_topic t JOIN mysql.help_category c USING (help_category_id) WHERE c.name LIKE '%Function%' OR c.name LIKE '%Lock%'
            ORDER BY 1
            """
        );
        var words = await MariaDbLook.ReadAsync(connection, "SELECT word, '' FROM information_schema.keywords");
        return new()
        {
            Functions =
            [
                .. from function in functions
                where function.Name.Length > 0
                from count in Enumerable.Range(0, MostArguments + 1)
                select new CallableFunction("", function.Name, [.. Enumerable.Repeat("", count)]),
            ],
            Argument = (_, choice) => values[choice.Next(values.Count)],
            Words = [.. words.Select(w => w.Name).Where(w => char.IsLetter(w[0]))],
            Acts = Vocabulary.In(folder, MariaDbFragments.Acts),
            ActingExpressions = Vocabulary.In(folder, MariaDbFragments.ActingExpressions),
            Reads = MariaDbFragments.Reads,
        };
    }
}
