namespace Causum.Domain.Sql;

/// <summary>
/// Functions that the catalog calls volatile because their values change or the server's state is read, and that leave everything as it was. They count only with
/// their origin: a function of that name which somebody else made is not meant.
/// </summary>
internal static class HarmlessRoutines
{
    private const string Server = "pg_catalog";

    private static readonly (string Origin, string Source, string Names)[] Groups =
    [
        (
            Server,
            "PostgreSQL manual, Date/Time, Mathematical and UUID Functions",
            "clock_timestamp timeofday random random_normal setseed gen_random_uuid uuidv4 uuidv7"
        ),
        (
            Server,
            "PostgreSQL manual, Sequence Manipulation Functions: look at what a session took before",
            "currval lastval pg_sequence_last_value pg_get_sequence_data"
        ),
        (Server, "PostgreSQL manual, TABLESAMPLE", "bernoulli system"),
        (
            Server,
            "PostgreSQL manual, System Information Functions",
            "current_query pg_blocking_pids pg_safe_snapshot_blocking_pids pg_jit_available pg_notification_queue_usage pg_last_committed_xact pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_xact_status txid_status pg_get_multixact_members pg_get_multixact_stats pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system pg_available_wal_summaries pg_wal_summary_contents pg_get_wal_summarizer_state"
        ),
        (
            Server,
            "PostgreSQL manual, System Administration Functions: sizes, collations, partitions, recovery, write-ahead log",
            "pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_size pg_total_relation_size pg_collation_actual_version pg_database_collation_actual_version pg_partition_ancestors pg_partition_tree pg_is_in_recovery pg_is_wal_replay_paused pg_get_wal_replay_pause_state pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn pg_get_wal_resource_managers"
        ),
        (
            Server,
            "PostgreSQL manual, System Views: the functions below pg_locks, pg_prepared_xacts, pg_shmem_allocations and the like",
            "pg_lock_status pg_prepared_xact pg_get_shmem_allocations pg_get_shmem_allocations_numa pg_get_backend_memory_contexts pg_show_replication_origin_status pg_stat_get_recovery_prefetch pg_get_aios pg_numa_available"
        ),
        (
            Server,
            "PostgreSQL manual, The Cumulative Statistics System",
            "pg_stat_have_stats pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit pg_stat_get_xact_function_calls pg_stat_get_xact_function_self_time pg_stat_get_xact_function_total_time pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted pg_stat_get_xact_tuples_fetched pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_inserted pg_stat_get_xact_tuples_returned pg_stat_get_xact_tuples_updated pg_stat_get_backend_io pg_stat_get_backend_wal"
        ),
        (Server, "PostgreSQL source, pg_proc.dat: check or look up, and change nothing", "amvalidate currtid2"),
        ("plpgsql", "PostgreSQL manual, Handler: checks the body of a function", "plpgsql_validator"),
        ("uuid-ossp", "PostgreSQL manual, uuid-ossp", "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4"),
        (
            "pgcrypto",
            "PostgreSQL manual, pgcrypto: values that differ by random salts",
            "gen_random_bytes gen_random_uuid gen_salt pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea"
        ),
        ("tablefunc", "PostgreSQL manual, tablefunc", "normal_rand"),
        ("tsm_system_rows", "PostgreSQL manual, tsm_system_rows", "system_rows"),
        ("tsm_system_time", "PostgreSQL manual, tsm_system_time", "system_time"),
        ("intagg", "PostgreSQL manual, intagg", "int_agg_final_array"),
        (
            "sslinfo",
            "PostgreSQL manual, sslinfo: the own connection",
            "ssl_cipher ssl_client_cert_present ssl_client_dn ssl_client_dn_field ssl_client_serial ssl_extension_info ssl_is_used ssl_issuer_dn ssl_issuer_field ssl_version"
        ),
        ("pg_stat_statements", "PostgreSQL manual, pg_stat_statements", "pg_stat_statements pg_stat_statements_info"),
        (
            "pg_buffercache",
            "PostgreSQL manual, pg_buffercache",
            "pg_buffercache_pages pg_buffercache_summary pg_buffercache_usage_counts"
        ),
        ("pg_freespacemap", "PostgreSQL manual, pg_freespacemap", "pg_freespace"),
        (
            "pgstattuple",
            "PostgreSQL manual, pgstattuple",
            "pg_relpages pgstatginindex pgstathashindex pgstatindex pgstattuple pgstattuple_approx"
        ),
        (
            "pg_visibility",
            "PostgreSQL manual, pg_visibility",
            "pg_check_frozen pg_check_visible pg_visibility pg_visibility_map pg_visibility_map_summary"
        ),
    ];

    private static readonly System.Collections.Generic.HashSet<(string Origin, string Name)> Names =
    [
        .. Groups.SelectMany(g =>
            g.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (g.Origin, name))
        ),
    ];

    public static bool Contains(RoutineFact fact) =>
        fact is { Kind: RoutineUseKind.Call, Trait: RoutineTrait.Volatile } && Names.Contains((fact.Origin, fact.Name));
}
