using System.Diagnostics;
using Causum.Domain.Config;
using Causum.Domain.Input;
using Causum.Domain.Queue;
using Causum.Domain.Tasks;

namespace Causum.Domain.Messages;

/// <summary>Everything the agent tells the control plane (protocol §7), one case for each message type.</summary>
public abstract record AgentMessage
{
    private AgentMessage() { }

    public sealed record InstanceRegister(
        string Version,
        string HostName,
        int ProcessId,
        DateTimeOffset StartedAt,
        Capabilities Capabilities
    ) : AgentMessage;

    public sealed record ConfigRequest(ConfigRequestReason Reason, Option<string> CurrentConfigId) : AgentMessage;

    public sealed record BacklogReport(Backlog Backlog) : AgentMessage;

    /// <param name="TaskId">Absent where the entry could not be read so far.</param>
    /// <param name="TaskType">As sent, known or not.</param>
    /// <param name="Duration">By the monotonic clock.</param>
    public sealed record TaskAnswer(
        Option<string> TaskId,
        Option<string> TaskType,
        EntryId MessageId,
        Either<TaskFailure, TaskResult> Outcome,
        DateTimeOffset StartedAt,
        DateTimeOffset CompletedAt,
        TimeSpan Duration,
        int DeliveryCount,
        Option<string> TraceParent
    ) : AgentMessage
    {
        public const string Type = "task_result";
    }

    public sealed record Heartbeat(
        AgentStatus Status,
        TimeSpan Uptime,
        string Version,
        Option<string> ConfigId,
        Option<DataMode> Mode,
        int TasksInFlight,
        ComponentStates Components
    ) : AgentMessage;

    public sealed record ValidationReport(Option<string> ConfigId, bool Ok, ComponentStates Components) : AgentMessage;

    public sealed record MetricsReport(
        TimeSpan Interval,
        IReadOnlyDictionary<string, long> Counters,
        IReadOnlyDictionary<string, HistogramSummary> Histograms
    ) : AgentMessage;

    /// <param name="Mode">Absent where the config was rejected.</param>
    public sealed record ConfigApplied(
        Option<string> ConfigId,
        ConfigSource Source,
        Option<DataMode> Mode,
        IReadOnlyList<InputError> Errors,
        IReadOnlyList<string> Warnings
    ) : AgentMessage
    {
        public bool Applied => Errors.Count == 0;
    }

    /// <summary>The value of the entry's <c>type</c> field.</summary>
    public string MessageType =>
        Match(
            instanceRegister: _ => "instance_register",
            configRequest: _ => "config_request",
            backlogReport: _ => "backlog_report",
            taskAnswer: _ => TaskAnswer.Type,
            heartbeat: _ => "heartbeat",
            validationReport: _ => "validation_report",
            metricsReport: _ => "metrics_report",
            configApplied: _ => "config_applied"
        );

    /// <summary>Which of the two outgoing streams the message goes to (protocol §2).</summary>
    public Outlet Outlet => this is ConfigApplied or ValidationReport or Heartbeat ? Outlet.Telemetry : Outlet.Results;

    public T Match<T>(
        Func<InstanceRegister, T> instanceRegister,
        Func<ConfigRequest, T> configRequest,
        Func<BacklogReport, T> backlogReport,
        Func<TaskAnswer, T> taskAnswer,
        Func<Heartbeat, T> heartbeat,
        Func<ValidationReport, T> validationReport,
        Func<MetricsReport, T> metricsReport,
        Func<ConfigApplied, T> configApplied
    ) =>
        this switch
        {
            InstanceRegister m => instanceRegister(m),
            ConfigRequest m => configRequest(m),
            BacklogReport m => backlogReport(m),
            TaskAnswer m => taskAnswer(m),
            Heartbeat m => heartbeat(m),
            ValidationReport m => validationReport(m),
            MetricsReport m => metricsReport(m),
            ConfigApplied m => configApplied(m),
            _ => throw new UnreachableException(),
        };
}

public enum Outlet
{
    Results,
    Telemetry,
}

public enum ConfigRequestReason
{
    Startup,
    Retry,
    Reload,
}

/// <summary>Where the config in force came from.</summary>
public enum ConfigSource
{
    ControlPlane,
    Cache,
    File,
}

public enum AgentStatus
{
    Healthy,
    Degraded,
    Unhealthy,
    Stopping,
}

/// <summary>What this build can do; told at registration.</summary>
public sealed record Capabilities(
    IReadOnlyList<string> TaskTypes,
    IReadOnlyList<string> DatabaseTypes,
    IReadOnlyList<string> LlmAuthTypes,
    IReadOnlyList<string> SecretProviders
);

/// <summary>The tasks stream as the group sees it.</summary>
/// <param name="Lag">Entries not delivered yet; -1 where Redis cannot tell.</param>
public sealed record Backlog(
    long StreamLength,
    long Pending,
    long Lag,
    Option<EntryId> OldestPending,
    Option<TimeSpan> OldestPendingAge,
    IReadOnlyList<ConsumerBacklog> Consumers,
    Option<EntryId> LastAck
);

public sealed record ConsumerBacklog(string Name, long Pending, TimeSpan Idle);

/// <summary>State of the four parts that a heartbeat and a validation report name.</summary>
public sealed record ComponentStates(
    ComponentState Redis,
    ComponentState Database,
    ComponentState Llm,
    ComponentState Secrets
);

/// <param name="Error">A sentence of the agent's own, without secrets.</param>
public sealed record ComponentState(
    ComponentStatus Status,
    DateTimeOffset CheckedAt,
    Option<TimeSpan> Latency,
    Option<string> Error
);

public enum ComponentStatus
{
    Ok,
    Degraded,
    Failed,
    Disabled,
    Unknown,
}

/// <summary>Count, sum, extremes and percentiles of one histogram over a report's interval.</summary>
public sealed record HistogramSummary(
    long Count,
    double Sum,
    double Min,
    double Max,
    double P50,
    double P95,
    double P99
);
