using System.Globalization;

namespace Causum.Integration.Guard.Differential;

/// <summary>Every function of pg_proc that SQL can call, with values of its own argument types.</summary>
internal static class PostgresVocabulary
{
    private const string Functions = """
        SELECT n.nspname, p.proname, p.pronargdefaults::text,
               coalesce((SELECT string_agg(format_type(t, NULL), ';' ORDER BY i) FROM unnest(p.proargtypes) WITH ORDINALITY a(t, i)), '')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.prokind <> 'p' AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
          AND NOT 'internal'::regtype = ANY (p.proargtypes::oid[])
        ORDER BY p.oid
        """;

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["text"] =
        [
            "'people'",
            "'counter'",
            "'planted'",
            "'DELETE FROM people'",
            "'pg_sleep'",
            "'%i'",
            "'2 seconds'",
            "'{folder}/canary.csv'",
            "'main'",
        ],
        ["oid"] =
        [
            "4711",
            "'people'::regclass",
            "'orders_pkey'::regclass",
            "1",
            "(SELECT oid FROM pg_database WHERE datname = current_database())",
        ],
        ["regclass"] = ["'people'", "'counter'", "'orders_pkey'", "'orders_doc_idx'", "'orders_placed_idx'"],
        ["integer"] = ["1", "0", "2", "pg_backend_pid()", "-1"],
        ["bigint"] = ["1", "0", "2", "7"],
        ["smallint"] = ["1", "2"],
        ["boolean"] = ["true", "false"],
        ["double precision"] = ["1", "2", "0.5"],
        ["real"] = ["1", "0.5"],
        ["numeric"] = ["1", "2.5"],
        ["interval"] = ["'2 seconds'", "'1 day'"],
        ["timestamp with time zone"] = ["now() + '2 seconds'", "'2024-01-02'"],
        ["timestamp without time zone"] = ["'2024-01-02'"],
        ["date"] = ["'2024-01-02'"],
        ["time without time zone"] = ["'01:02:03'"],
        ["time with time zone"] = ["'01:02:03+00'"],
        ["name"] = ["'people'", "'planted'", "'counter'"],
        ["bytea"] = ["'\\x00ff'", "'a'"],
        ["cstring"] = ["'people'", "'1'"],
        ["json"] = ["'{\"a\":[1]}'"],
        ["jsonb"] = ["'{\"a\":[1]}'"],
        ["jsonpath"] = ["'$.a'"],
        ["xml"] = ["'<a>b</a>'"],
        ["tsquery"] = ["'a & b'"],
        ["tsvector"] = ["'a b'"],
        ["regconfig"] = ["'english'"],
        ["regdictionary"] = ["'simple'"],
        ["regproc"] = ["'now'"],
        ["regprocedure"] = ["'pg_sleep(double precision)'", "'now()'"],
        ["regoper"] = ["'||/'"],
        ["regtype"] = ["'integer'"],
        ["regrole"] = ["'bare_login'"],
        ["regnamespace"] = ["'public'"],
        ["pg_lsn"] = ["'0/1000000'"],
        ["xid"] = ["'3'"],
        ["xid8"] = ["'3'"],
        ["cid"] = ["'0'"],
        ["tid"] = ["'(0,1)'"],
        ["\"char\""] = ["'r'"],
        ["character"] = ["'a'"],
        ["character varying"] = ["'a'"],
        ["bit"] = ["B'1'"],
        ["bit varying"] = ["B'101'"],
        ["uuid"] = ["'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"],
        ["inet"] = ["'127.0.0.1'"],
        ["cidr"] = ["'127.0.0.0/8'"],
        ["macaddr"] = ["'08:00:2b:01:02:03'"],
        ["money"] = ["'1'"],
        ["point"] = ["'(1,2)'"],
        ["box"] = ["'(1,2),(3,4)'"],
        ["circle"] = ["'<(1,2),3>'"],
        ["lseg"] = ["'[(1,2),(3,4)]'"],
        ["path"] = ["'[(1,2),(3,4)]'"],
        ["polygon"] = ["'((1,2),(3,4))'"],
        ["line"] = ["'{1,2,3}'"],
        ["refcursor"] = ["'planted'"],
        ["pg_snapshot"] = ["'1:2:'"],
        ["txid_snapshot"] = ["'1:2:'"],
        ["hstore"] = ["'a=>1'"],
        ["int4range"] = ["'[1,5)'"],
    };

    public static async Task<Vocabulary> ReadAsync(PostgresWire wire, string folder)
    {
        var functions = await wire.QueryAsync(Functions);
        var words = await wire.QueryAsync("SELECT word FROM pg_get_keywords()");
        return new()
        {
            Functions = [.. functions.Rows.SelectMany(Callable)],
            Argument = (type, choice) => Argument(type, folder, choice),
            Words = [.. words.Rows.Select(w => w[0]!)],
            Acts = Vocabulary.In(folder, PostgresFragments.Acts),
            ActingExpressions = Vocabulary.In(folder, PostgresFragments.ActingExpressions),
            Reads = PostgresFragments.Reads,
        };
    }

    /// <summary>Once with all arguments, and once without those that have defaults.</summary>
    private static IEnumerable<CallableFunction> Callable(string?[] row)
    {
        string[] types = row[3] is "" or null ? [] : row[3]!.Split(';');
        yield return new(row[0]!, row[1]!, types);
        var defaults = int.Parse(row[2]!, CultureInfo.InvariantCulture);
        if (defaults > 0)
            yield return new(row[0]!, row[1]!, types[..^defaults]);
    }

    private static string Argument(string type, string folder, Random choice) =>
        type switch
        {
            "\"any\"" or "anyelement" or "anynonarray" or "anycompatible" or "anycompatiblenonarray" => "1",
            "anyarray" or "anycompatiblearray" => "ARRAY[1]",
            "anyrange" or "anycompatiblerange" => "int4range(1, 5)",
            "anymultirange" or "anycompatiblemultirange" => "int4multirange(int4range(1, 5))",
            "record" => "ROW(1, 'a')",
            "record[]" => "ARRAY[ROW(1, 'a')]",
            _ when type.EndsWith("[]", StringComparison.Ordinal) =>
                $"ARRAY[{Argument(type[..^2], folder, choice)}]::{type}",
            _ when Values.TryGetValue(type, out var values) =>
                $"{values[choice.Next(values.Length)].Replace("{folder}", folder, StringComparison.Ordinal)}::{type}",
            _ => $"NULL::{type}",
        };
}
