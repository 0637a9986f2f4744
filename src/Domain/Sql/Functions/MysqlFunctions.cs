using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>MySQL and MariaDB, with the user-defined functions that are known to be loaded for harm.</summary>
internal static class MysqlFunctions
{
    public static readonly ActingFunctions List = new(
        (Sequence, "MariaDB manual, Sequence Functions", "nextval setval lastval"),
        (Session, "MySQL manual, LAST_INSERT_ID(expr)", "last_insert_id"),
        (Files, "MySQL manual, LOAD_FILE", "load_file"),
        (RunsCode, "lib_mysqludf_sys and its kin", "sys_exec sys_eval sys_bineval sys_set sys_get lib_mysqludf_*"),
        (Network, "lib_mysqludf_http and its kin", "http_* mysql_http_* memc_* gman_*"),
        (
            RunsCode,
            "MariaDB manual, Spider and Mroonga functions: run text on other servers and in the storage engine",
            "spider_direct_sql spider_bg_direct_sql spider_copy_tables spider_flush_table_mon_cache mroonga_command"
        ),
        (Writes, "MySQL manual, data masking dictionaries", "masking_dictionary_* masking_dictionaries_flush"),
        (Network, "MySQL HeatWave manual, generative AI routines", "ml_generate* ml_embed* ml_rag*"),
        (
            LockOrSleep,
            "MySQL manual, SLEEP, BENCHMARK and Locking Functions",
            "sleep benchmark get_lock release_lock release_all_locks"
        ),
        (
            LockOrSleep,
            "MySQL manual, Functions Used with Global Transaction Identifiers; MariaDB manual, MASTER_GTID_WAIT",
            "wsrep_sync_wait_upto_gtid master_pos_wait source_pos_wait wait_for_executed_gtid_set wait_until_sql_thread_after_gtids master_gtid_wait"
        ),
        (
            LockOrSleep,
            "MySQL manual, The Locking Service and version tokens",
            "service_get_* service_release_* version_tokens_*"
        ),
        (
            Admin,
            "MySQL manual, Group Replication and asynchronous failover functions",
            "group_replication_* asynchronous_connection_failover_*"
        ),
        (
            Admin,
            "MySQL manual, keyring and audit log functions",
            "keyring_* audit_log_* audit_api_* gen_dictionary_load gen_dictionary_drop mysql_firewall_* set_firewall_mode read_firewall_* load_rewrite_rules flush_rewrite_cache option_tracker_* firewall_*"
        )
    );
}
