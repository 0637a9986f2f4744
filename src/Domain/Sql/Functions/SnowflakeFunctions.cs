using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Snowflake.</summary>
internal static class SnowflakeFunctions
{
    public static readonly ActingFunctions List = new(
        (Admin, "Snowflake reference, System Functions: those that control", "system$*"),
        (
            Harmless,
            "Snowflake reference, System Functions: those that read",
            "system$typeof system$clustering_information system$clustering_depth system$clustering_ratio system$last_change_commit_time system$stream_has_data system$pipe_status system$get_tag system$current_user_task_name system$estimate_query_acceleration system$explain_plan_json system$explain_json_to_text system$get_predecessor_return_value system$whitelist system$allowlist"
        ),
        (
            LockOrSleep,
            "Snowflake reference, SYSTEM$WAIT and the cancelling functions",
            "system$wait system$cancel_* system$abort_*"
        ),
        (
            Files,
            "Snowflake reference, File Functions",
            "get_presigned_url build_stage_file_url build_scoped_file_url infer_schema directory get_stage_location get_relative_path get_absolute_path to_file"
        ),
        (Network, "Snowflake Cortex: sends its arguments to a model", "cortex.* ai_* system$send_*"),
        (Sequence, "Snowflake reference, GETNEXTVAL", "getnextval"),
        (RunsCode, "Snowflake reference, pass-through and prompts", "system$execute_*")
    );
}
