namespace Causum.Infrastructure.Postgres;

/// <summary>Questions to <c>pg_catalog</c> about routines that may act.</summary>
internal static class PostgresRoutineQueries
{
    /// <summary>
    /// The search path. Also keeps the server from compiling the next question, as its estimates would have it do: that takes ten times as long as the answer.
    /// Servers before 11 have no such setting.
    /// </summary>
    public const string Path = """
        SELECT pg_catalog.current_schemas(true)::text[],
               CASE WHEN pg_catalog.current_setting('jit', true) IS NOT NULL THEN pg_catalog.set_config('jit', 'off', true) END
        """;

    /// <summary>
    /// Rows: kind as in <see cref="Domain.Sql.RoutineUseKind"/>, schema, name, on the search path, SECURITY DEFINER, origin, fewest and most arguments, operand type or NULL.
    /// Trigger functions and those with internal results cannot be called from a query. An operand type is given where only values of that user type lead to
    /// the routine: for operators that share their name with a built-in one, and for casts. By schemas and most rows.
    /// </summary>
    public const string Acting = """
        WITH acting AS MATERIALIZED (
            SELECT p.oid, p.proname, p.pronamespace, p.pronargs, p.pronargdefaults, p.provariadic, p.proargtypes, p.prosecdef
            FROM pg_catalog.pg_proc p
            WHERE (p.provolatile = 'v' OR p.prosecdef) AND p.prokind IN ('f', 'w')
              AND p.prorettype <> ALL ('{trigger,event_trigger,internal,language_handler,fdw_handler,index_am_handler,table_am_handler}'::regtype[])
        ),
        casts (target, source, definer) AS (
            SELECT c.casttarget, c.castsource, a.prosecdef
            FROM pg_catalog.pg_cast c JOIN acting a ON a.oid = c.castfunc
            UNION ALL
            SELECT t.oid, NULL, a.prosecdef
            FROM pg_catalog.pg_type t JOIN acting a ON a.oid = t.typinput
            UNION ALL
            SELECT t.oid, NULL, a.prosecdef
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_type t
              ON k.contypid IN (t.oid, t.typbasetype)
              OR EXISTS (SELECT FROM pg_catalog.pg_attribute m JOIN pg_catalog.pg_class r ON r.oid = m.attrelid AND r.relkind = 'c'
                         WHERE m.attrelid = t.typrelid AND m.atttypid = k.contypid)
            JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = k.oid
                                       AND d.refclassid = 'pg_catalog.pg_proc'::regclass
            JOIN acting a ON a.oid = d.refobjid
            WHERE k.contypid <> 0
        ),
        found (kind, namespace, name, definer, function, fewest, most, operand) AS (
            SELECT 0, a.pronamespace, a.proname::text, a.prosecdef, a.oid,
                   a.pronargs - a.pronargdefaults - (a.provariadic <> 0)::int,
                   CASE WHEN a.provariadic = 0 THEN a.pronargs ELSE 2147483647 END, NULL::oid
            FROM acting a
            UNION ALL
            SELECT 0, p.pronamespace, p.proname::text, a.prosecdef, p.oid, 0, 2147483647, NULL
            FROM pg_catalog.pg_aggregate g
            JOIN acting a ON a.oid IN (g.aggtransfn, g.aggfinalfn, g.aggcombinefn, g.aggserialfn, g.aggdeserialfn,
                                       g.aggmtransfn, g.aggminvtransfn, g.aggmfinalfn)
            JOIN pg_catalog.pg_proc p ON p.oid = g.aggfnoid
            UNION ALL
            SELECT 1, a.pronamespace, a.proname::text, a.prosecdef, a.oid, 1, 1, NULL
            FROM acting a JOIN pg_catalog.pg_type t ON t.oid = a.proargtypes[0]
            LEFT JOIN pg_catalog.pg_type b ON b.oid = CASE WHEN a.provariadic <> 0 AND a.pronargs = 1
                                                           THEN a.provariadic ELSE t.typbasetype END
            WHERE a.pronargs - a.pronargdefaults <= 1 AND (t.typtype IN ('c', 'p') OR b.typtype IN ('c', 'p'))
            UNION ALL
            SELECT 2, o.oprnamespace, o.oprname::text, a.prosecdef, 0, 0, 0,
                   CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_operator b
                                     WHERE b.oprname = o.oprname AND b.oprnamespace = 'pg_catalog'::regnamespace)
                        THEN (SELECT t.oid FROM pg_catalog.pg_type t
                              WHERE t.oid IN (o.oprleft, o.oprright) AND t.typnamespace <> 'pg_catalog'::regnamespace
                              LIMIT 1) END
            FROM pg_catalog.pg_operator o JOIN acting a ON a.oid = o.oprcode
            UNION ALL
            SELECT 3, t.typnamespace, w.word, c.definer, 0, 1, 1,
                   (SELECT s.oid FROM pg_catalog.pg_type s
                    WHERE s.oid = c.source AND s.typnamespace <> 'pg_catalog'::regnamespace)
            FROM casts c JOIN pg_catalog.pg_type t ON t.oid = c.target
            CROSS JOIN LATERAL pg_catalog.unnest(
                ARRAY[t.typname::text, pg_catalog.split_part(pg_catalog.format_type(t.oid, NULL), ' ', 1)]
                || CASE t.typname WHEN 'int4' THEN '{int}'::text[] WHEN 'numeric' THEN '{decimal,dec}'
                                  WHEN 'float8' THEN '{float}' WHEN 'bpchar' THEN '{char,nchar}' END
            ) AS w (word)
        )
        SELECT f.kind, s.nspname::text, f.name, s.nspname = ANY (pg_catalog.current_schemas(true)), f.definer,
               CASE WHEN s.nspname = 'pg_catalog' THEN 'pg_catalog' ELSE COALESCE(e.extname::text, '') END,
               f.fewest, f.most, f.operand
        FROM found f
        JOIN pg_catalog.pg_namespace s ON s.oid = f.namespace
        LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = f.function
                                        AND d.deptype = 'e' AND d.refclassid = 'pg_catalog.pg_extension'::regclass
        LEFT JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
        WHERE s.nspname = ANY (pg_catalog.current_schemas(true)) OR s.nspname = ANY ($1)
        LIMIT $2
        """;

    /// <summary>Types whose values hold values of the given ones: arrays, domains, rows of tables and composite types.</summary>
    public const string Holders = """
        SELECT t.oid FROM pg_catalog.pg_type t WHERE t.typelem = ANY ($1) OR t.typbasetype = ANY ($1)
        UNION
        SELECT r.reltype FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class r ON r.oid = a.attrelid
        WHERE a.atttypid = ANY ($1) AND NOT a.attisdropped AND r.reltype <> 0
        """;

    /// <summary>The names by which values of the given types come into a query: types, which tables and views are too, and functions.</summary>
    public const string Bearers = """
        SELECT t.typname::text FROM pg_catalog.pg_type t WHERE t.oid = ANY ($1)
        UNION
        SELECT p.proname::text FROM pg_catalog.pg_proc p WHERE p.prorettype = ANY ($1) OR p.proallargtypes && $1
        """;
}
