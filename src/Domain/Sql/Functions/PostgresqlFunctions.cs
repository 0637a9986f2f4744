using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>PostgreSQL with its bundled and common extensions, Redshift and Vertica.</summary>
internal static class PostgresqlFunctions
{
    private static readonly (FunctionClass Kind, string Source, string Patterns)[] Shared =
    [
        (Sequence, "PostgreSQL manual, Sequence Manipulation Functions", "nextval setval"),
        (
            Writes,
            "PostgreSQL source, pg_proc.dat: server-internal functions",
            "binary_upgrade_* pg_nextoid pg_stop_making_pinned_objects"
        ),
        (Session, "PostgreSQL manual, pg_trgm", "set_limit"),
        (Session, "pldebugger: attaches to other sessions", "pldbg_*"),
        (
            Files,
            "PostgreSQL manual, pageinspect and pg_walinspect: show deleted rows and other databases",
            "get_raw_page pg_get_wal_record* pg_read_file_old pg_wal_summary_contents pg_available_wal_summaries"
        ),
        (LockOrSleep, "PostgreSQL manual, amcheck: takes a lock that stops writers", "bt_index_parent_check"),
        (RunsCode, "PostgreSQL manual, xml2", "xslt_process xpath_table"),
        (Harmless, "reads the catalog", "pg_replication_origin_oid"),
        (Session, "PostgreSQL manual, Configuration Settings Functions", "set_config"),
        (
            Writes,
            "PostgreSQL manual, Large Objects: Server-Side Functions",
            "lo_create lo_creat lo_from_bytea lo_put lo_unlink lo_open lowrite lo_truncate* lo_manage lo_close lo_lseek* loread lo_get lo_tell*"
        ),
        (
            Writes,
            "PostgreSQL manual, Replication Management Functions",
            "pg_replication_* pg_logical_* pg_create_* pg_drop_* pg_copy_* pg_sync_replication_slots"
        ),
        (Writes, "PostgreSQL manual, NOTIFY", "pg_notify"),
        (Writes, "PostgreSQL manual, Transaction ID Functions: assign an ID", "txid_current pg_current_xact_id"),
        (Writes, "PostgreSQL manual, Snapshot Synchronization Functions", "pg_export_snapshot"),
        (Writes, "PostgreSQL manual, Collation Management Functions", "pg_import_system_collations"),
        (
            Writes,
            "PostgreSQL manual, The Cumulative Statistics System and pg_stat_statements",
            "pg_stat_reset* pg_stat_statements_reset pg_stat_kcache_reset pg_stat_force_next_flush pg_stat_clear_snapshot pg_restore_* pg_clear_*"
        ),
        (
            Writes,
            "PostgreSQL manual, Backup Control Functions",
            "pg_log_standby_snapshot pg_switch_wal pg_switch_xlog pg_create_restore_point pg_extension_config_dump"
        ),
        (
            Writes,
            "PostgreSQL manual, Additional Supplied Modules: pg_prewarm, pg_buffercache, pg_visibility, pg_surgery, pageinspect",
            "pg_prewarm autoprewarm_* pg_buffercache_evict* pg_truncate_visibility_map heap_force_*"
        ),
        (
            Writes,
            "PostgreSQL manual, Index Maintenance Functions",
            "brin_summarize* brin_desummarize* gin_clean_pending_list"
        ),
        (
            Writes,
            "PostGIS manual, Table Management Functions",
            "AddGeometryColumn DropGeometryColumn DropGeometryTable UpdateGeometrySRID Populate_Geometry_Columns"
        ),
        (
            Writes,
            "TimescaleDB manual, API",
            "create_hypertable add_retention_policy add_compression_policy add_columnstore_policy add_continuous_aggregate_policy add_reorder_policy add_tiering_policy add_policies add_job run_job drop_chunks compress_chunk decompress_chunk"
        ),
        (
            Files,
            "PostgreSQL manual, Generic File Access Functions and adminpack",
            "pg_read_file pg_read_binary_file pg_stat_file pg_ls_* pg_file_* pg_current_logfile pg_logdir_ls pg_hba_file_rules pg_ident_file_mappings pg_show_all_file_settings"
        ),
        (Files, "PostgreSQL manual, Large Objects", "lo_import lo_export"),
        (
            Network,
            "PostgreSQL manual, dblink and postgres_fdw; extensions http, pg_net, aws_s3, aws_lambda, aws_commons, azure_storage",
            "dblink* postgres_fdw_* http http_* net.* aws_s3.* aws_lambda.* azure_storage.* google_ml_integration.* ai.* azure_openai.* azure_ml.*"
        ),
        (
            LockOrSleep,
            "PostgreSQL manual, Delaying Execution and Advisory Lock Functions",
            "pg_sleep* pg_advisory_* pg_try_advisory_* pg_isolation_test_session_is_blocked pg_wal_replay_wait"
        ),
        (
            Admin,
            "PostgreSQL manual, System Administration Functions",
            "pg_cancel_backend pg_terminate_backend pg_reload_conf pg_rotate_logfile* pg_promote pg_wal_replay_* pg_xlog_replay_* pg_start_backup pg_backup_* pg_stop_backup pg_log_backend_memory_contexts pg_log_query_plan pg_stat_monitor_reset pg_qualstats_reset pg_wait_sampling_reset_profile"
        ),
        (
            Harmless,
            "read the state of recovery",
            "pg_is_wal_replay_paused pg_get_wal_replay_pause_state pg_backup_start_time"
        ),
        (
            RunsCode,
            "PostgreSQL manual, Mapping Tables to XML: run the SQL text they are given",
            "query_to_xml* table_to_xml* cursor_to_xml* schema_to_xml* database_to_xml*"
        ),
        (RunsCode, "PostgreSQL manual, ts_stat, ts_rewrite, tablefunc", "ts_stat ts_rewrite crosstab* connectby"),
        (RunsCode, "pg_cron, pg_background, plv8, plsh, pg_partman", "cron.* pg_background_* plv8* partman.*"),
        (
            RunsCode,
            "Citus manual, Utility Functions: run text on the workers",
            "run_command_on_* master_run_on_worker worker_apply_*"
        ),
        (
            Admin,
            "orafce, packages after Oracle's: files, messages between sessions, code",
            "utl_file.* dbms_pipe.* dbms_alert.* dbms_sql.* dbms_lock.*"
        ),
    ];

    public static readonly ActingFunctions List = new(Shared);

    public static readonly ActingFunctions Vertica = new([
        .. Shared,
        (
            Admin,
            "Vertica manual, Meta-functions",
            "close_session close_all_sessions close_user_sessions interrupt_statement shutdown make_ahm_now do_tm_task drop_partition* purge purge_* clear_* set_* rebalance_* analyze_* export_* dump_* move_* swap_* refresh refresh_* start_* cancel_* disable_* enable_* alter_* create_* drop_* copy_* notify reload_* reset_* sleep advance_epoch mark_design_ksafe enforce_object_storage_limits audit_license_size hurry_service install_license import_directed_queries save_plans reenable_duplicate_key_error release_jvm_memory release_all_jvm_memory reserve_session_resource restore_location retire_location run_index_tool sync_catalog finish_fetching_files flush_* force_restart promote_subcluster_to_primary demote_subcluster_to_secondary sandbox_subcluster unsandbox_subcluster unset_* change_current_statement_runtime_priority change_runtime_priority merge_partitions partition_table partition_projection remove_* ldap_link_* designer_* evict_* kill_* remap_* throw_error verify_hadoop_conf_dir hadoop_impersonation_config_check hcatalogconnector_config_check kerberos_config_check unregister_* add_location measure_location_performance"
        ),
        (
            Writes,
            "Vertica manual, Machine learning and flex functions that store models, tables and indexes",
            "linear_reg logistic_reg poisson_reg pls_reg svm_classifier svm_regressor kmeans kprototypes bisecting_kmeans naive_bayes rf_classifier rf_regressor xgb_classifier xgb_regressor iforest pca svd arima autoregressor moving_average one_hot_encoder_fit normalize normalize_fit impute balance import_models export_models upgrade_model change_model_status register_model build_flextable_view compute_flextable_keys compute_flextable_keys_and_build_view materialize_flextable_columns restore_flextable_default_keys_table_and_view stv_create_index stv_drop_index stv_refresh_index stv_rename_index"
        ),
        (
            Files,
            "Vertica manual, functions that read or write outside the database",
            "infer_external_table_ddl infer_table_ddl s3export s3export_partition hdfs_cluster_config_check"
        ),
        (Harmless, "values of bits", "set_bit set_byte"),
        (
            Network,
            "Vertica manual, connector functions",
            "url_fetch kafka* avro_export* azure_token_cache_clear s3source"
        ),
    ]);

    public static readonly ActingFunctions Redshift = new([
        .. Shared,
        (
            Admin,
            "Redshift manual, System administration functions",
            "reboot_cluster change_query_priority change_session_priority change_user_priority cancel_* explain_model"
        ),
    ]);
}
