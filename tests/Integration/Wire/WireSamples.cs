using Causum.Application.Wire;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Input;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Integration.Wire;

/// <summary>One fixed message for each golden file: every message type, every form of a result, every kind of error.</summary>
internal static class WireSamples
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 4, 4, 5, 6, TimeSpan.FromHours(1));
    private static readonly FieldPath Root = FieldPath.Root;

    public static readonly Envelope Envelope = new("acme-{prod}", "agent-1", At);

    public static readonly IReadOnlyDictionary<string, AgentMessage> All = Named().ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, AgentMessage>> Named() =>
        [.. Lifecycle().Concat(Health()).Concat(Results()).Concat(Errors())];

    private static IEnumerable<KeyValuePair<string, AgentMessage>> Lifecycle()
    {
        yield return new(
            "instance_register",
            new AgentMessage.InstanceRegister(
                "1.0.0",
                "host-a",
                4711,
                At,
                new Capabilities(TaskTypes.All, DatabaseTypes.Names, ["api_key", "no_auth"], ["env"])
            )
        );
        yield return new("config_request", new AgentMessage.ConfigRequest(ConfigRequestReason.Startup, None));
        yield return new("config_request.retry", new AgentMessage.ConfigRequest(ConfigRequestReason.Retry, "c-41"));
        yield return new(
            "config_applied",
            new AgentMessage.ConfigApplied(
                "c-42",
                ConfigSource.ControlPlane,
                DataMode.Llm,
                [],
                ["options.sslrootcert is not used by this database"]
            )
        );
        yield return new(
            "config_applied.rejected",
            new AgentMessage.ConfigApplied(
                None,
                ConfigSource.File,
                None,
                [
                    new InputError.RawSecret(Root.Field("database").Field("password")),
                    new InputError.Required(Root.Field("llm").Field("secret_mapping").Field("api_key")),
                    new InputError.Unreadable(Root, "is not valid JSON"),
                ],
                []
            )
        );
        yield return new(
            "backlog_report",
            new AgentMessage.BacklogReport(
                new Backlog(
                    120,
                    3,
                    17,
                    new EntryId(1732269000000, 4),
                    TimeSpan.FromSeconds(12.9),
                    [new ConsumerBacklog("agent-1", 2, TimeSpan.FromMilliseconds(1500.4)), new("agent-2", 1, default)],
                    new EntryId(1732269000000, 3)
                )
            )
        );
        yield return new(
            "backlog_report.empty",
            new AgentMessage.BacklogReport(new Backlog(0, 0, -1, None, None, [], None))
        );
    }

    private static IEnumerable<KeyValuePair<string, AgentMessage>> Health()
    {
        var states = new ComponentStates(
            new ComponentState(ComponentStatus.Ok, At, TimeSpan.FromMilliseconds(0.6), None),
            new ComponentState(ComponentStatus.Failed, At, None, "The database refused the login."),
            new ComponentState(ComponentStatus.Disabled, At, None, None),
            new ComponentState(ComponentStatus.Unknown, At, None, None)
        );
        yield return new(
            "heartbeat",
            new AgentMessage.Heartbeat(
                AgentStatus.Degraded,
                TimeSpan.FromSeconds(61.9),
                "1.0.0",
                "c-42",
                DataMode.Passthrough,
                2,
                states
            )
        );
        yield return new(
            "heartbeat.stopping",
            new AgentMessage.Heartbeat(AgentStatus.Stopping, TimeSpan.Zero, "1.0.0", None, None, 0, states)
        );
        yield return new("validation_report", new AgentMessage.ValidationReport("c-42", false, states));
        yield return new(
            "metrics_report",
            new AgentMessage.MetricsReport(
                TimeSpan.FromMinutes(1),
                new Dictionary<string, long>(StringComparer.Ordinal) { ["tasks_fenced"] = 1, ["db_query_success"] = 9 },
                new Dictionary<string, HistogramSummary>(StringComparer.Ordinal)
                {
                    ["db_query_ms"] = new(9, 81.5, 1.25, 40, 5, 38.5, 40),
                }
            )
        );
    }

    private static IEnumerable<KeyValuePair<string, AgentMessage>> Results()
    {
        yield return Success(
            TaskTypes.DbValidate,
            new TaskResult.DatabaseValidated(DatabaseType.Postgresql, "15.6", true, 3, ["The login may write."])
        );
        yield return Success(TaskTypes.DbSchemas, new TaskResult.Schemas(["public", "sales"]));
        yield return Success(
            TaskTypes.DbTables,
            new TaskResult.Tables("public", [new("customers", TableKind.Table), new("recent", TableKind.View)])
        );
        yield return Success(
            TaskTypes.DbColumns,
            new TaskResult.Columns(
                "public",
                "customers",
                [new("id", "bigint", false, None, 1, true), new("city", "text", true, "'Zürich'::text", 2, false)]
            )
        );
        yield return Success(TaskTypes.DbSample, MaskedRows());
        yield return Success(TaskTypes.DbQuery, RawRows(), "db_query_passthrough");
        yield return Success(
            TaskTypes.DbQuery,
            new TaskResult.Text(
                "NAM_a1b2c3d4 lives in \"Bern\".\nЖ 日本 \u2028 😀\t<b>",
                2,
                false,
                1,
                Receipt(DataMode.Llm, "gpt-4o-mini")
            ),
            "db_query_text"
        );
        yield return Success(
            TaskTypes.ClassifyFields,
            new TaskResult.Fields([Verdict("e_mail", Kind.Email, 0.987), Verdict("note", None, 0.5)])
        );
        yield return Success(
            TaskTypes.LlmValidate,
            new TaskResult.ModelValidated("gpt-4o-mini", 250, 128_000, TokenLimitSource.Model)
        );
        yield return Success(
            TaskTypes.PipelineValidate,
            new TaskResult.PipelineValidated(
                new PartCheck(2, None),
                new PartCheck(
                    30_000,
                    TaskFailure.Llm(
                        LlmFault.Unavailable,
                        "The model did not answer.",
                        "Look at the server.",
                        true,
                        "503"
                    )
                ),
                DataMode.Llm
            )
        );
        yield return Success(
            TaskTypes.PipelineValidate,
            new TaskResult.PipelineValidated(new PartCheck(2, None), None, DataMode.Blocked),
            "pipeline_validate_without_model"
        );
    }

    private static IEnumerable<KeyValuePair<string, AgentMessage>> Errors()
    {
        yield return Error("unreadable", None, None, TaskFailure.InvalidTask([new InputError.Required(Root)]));
        yield return Error(
            "refused",
            "t-1",
            TaskTypes.DbQuery,
            TaskFailure.QueryRefused(RefusalReason.SelectInto, "No INTO.")
        );
        yield return Error(
            "database",
            "t-1",
            TaskTypes.DbQuery,
            TaskFailure.Database(
                DatabaseFault.TableNotFound,
                "The table does not exist.",
                "Check the name.",
                vendorCode: "42P01"
            )
        );
        yield return Error("plain", "t-1", "db_dance", TaskFailure.UnknownTaskType("db_query"));
        yield return Error("cancelled", "t-1", TaskTypes.DbQuery, TaskFailure.Cancelled());
    }

    private static KeyValuePair<string, AgentMessage> Success(string type, TaskResult result, string? name = null) =>
        new(
            $"task_result.{name ?? type}",
            new AgentMessage.TaskAnswer(
                "t-1",
                type,
                new EntryId(1732269000000, 0),
                result,
                At,
                At.AddMilliseconds(7),
                TimeSpan.FromMilliseconds(6.5),
                1,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            )
        );

    private static KeyValuePair<string, AgentMessage> Error(
        string name,
        Option<string> id,
        Option<string> type,
        TaskFailure failure
    ) =>
        new(
            $"task_result.error_{name}",
            new AgentMessage.TaskAnswer(
                id,
                type,
                new EntryId(1732269000000, 0),
                failure,
                At,
                At,
                TimeSpan.Zero,
                6,
                None
            )
        );

    private static TaskResult.Rows RawRows() =>
        new(
            [
                new ResultColumn("id", "int8", None),
                new ResultColumn("", "text", None),
                new ResultColumn("id", "json", None),
            ],
            """[[1,"Ann",{"a":1.10}],[9007199254740991,null,[]]]"""u8.ToArray(),
            2,
            true,
            None
        );

    private static TaskResult.Rows MaskedRows() =>
        new(
            [new ResultColumn("e_mail", "text", None), new ResultColumn("note", "text", None)],
            """[["EML_a1b2c3d4","met NAM_suppressed"]]"""u8.ToArray(),
            1,
            false,
            Receipt(DataMode.Rules, None)
        );

    private static Receipt Receipt(DataMode mode, Option<string> model) =>
        new(
            mode,
            [Verdict("e_mail", Kind.Email, 0.987), Verdict("note", None, 0.5)],
            2,
            model,
            "rules-1",
            "3f2a",
            TokenSharing.Local,
            Provenance.Partial,
            0,
            0,
            1
        );

    private static FieldVerdict Verdict(string name, Option<Kind> kind, double confidence) =>
        new(
            name,
            kind.IsSome ? Classification.Sensitive : Classification.Scan,
            kind,
            confidence,
            kind.IsSome ? VerdictSource.LlmAndRule : VerdictSource.Rule,
            "matched the form of an address in 18 of 20 values"
        );
}
