using Causum.Domain.Input;
using Causum.Domain.Sql;

namespace Causum.Domain.Tasks;

/// <summary>
/// Why a task has no result. Made by the factory methods below only, so that each wire code has its component and says whether trying again can help.
/// The message is the agent's own sentence: never the text of a driver or a model, which may quote data, hosts or users.
/// </summary>
public sealed record TaskFailure
{
    private TaskFailure(string code, Component component, string message)
    {
        Code = code;
        Component = component;
        Message = message;
    }

    public string Code { get; }

    public Component Component { get; }

    public string Message { get; }

    public Option<string> Category { get; private init; }

    /// <summary>What a person can do about it.</summary>
    public Option<string> NextSteps { get; private init; }

    public bool Retryable { get; private init; }

    /// <summary>The vendor's own code (SQLSTATE, error number, HTTP status), which says nothing of the data; it is put behind the message.</summary>
    public Option<string> VendorCode { get; private init; }

    public static TaskFailure InvalidTask(IEnumerable<InputError> errors) =>
        new("invalid_task", Component.Queue, $"The task cannot be read: {string.Join("; ", errors)}.")
        {
            NextSteps =
                "Correct the named fields and send the task again; docs/data_api.md lists the fields of each task type.",
        };

    public static TaskFailure UnknownTaskType(string supported) =>
        new("unknown_task_type", Component.Queue, $"The task type is not known to this version. It knows: {supported}.")
        {
            NextSteps = "Update the agent, or send a task type that instance_register lists in its capabilities.",
        };

    public static TaskFailure TaskExpired() =>
        new("task_expired", Component.Queue, "The task was too old when it was picked up, and was not run.")
        {
            NextSteps = "Send it again if the answer is still wanted.",
            Retryable = true,
        };

    public static TaskFailure PoisonTask(int deliveries) =>
        new(
            "poison_task",
            Component.Queue,
            $"The task was delivered {deliveries} times without an answer and is given up."
        )
        {
            NextSteps =
                "Look at the agent's log around the deliveries of this task; send it again once the cause is found.",
        };

    public static TaskFailure Cancelled() => new("cancelled", Component.Queue, "The task was cancelled.");

    public static TaskFailure Timeout(TimeSpan limit) =>
        new("timeout", Component.Agent, $"The task did not end within {limit.TotalSeconds:0.###} s and was stopped.")
        {
            NextSteps = "Ask for less data, or give the task a longer timeout_seconds.",
            Retryable = true,
        };

    public static TaskFailure ConfigMissing(string what) =>
        new("config_missing", Component.Config, $"The configuration in force has no {what}.")
        {
            NextSteps = $"Send a config with an enabled {what} section.",
        };

    /// <summary>Static validation failed: before any network call.</summary>
    public static TaskFailure Configuration(Component component, string detail) =>
        new("configuration_error", component, detail)
        {
            NextSteps = "Correct the configuration; 'agent config test' lists every problem.",
        };

    /// <summary>The secret store is unreachable or has no such secret. <paramref name="reference"/> is a name, not a value.</summary>
    public static TaskFailure SecretProvider(string reference, string detail) =>
        new("secret_provider_error", Component.Secrets, $"The secret '{reference}' could not be read: {detail}.")
        {
            NextSteps = "Check that the secret exists under this name in the agent's secret store.",
            Retryable = true,
        };

    /// <summary>Secrets were read, but credentials cannot be made of them.</summary>
    public static TaskFailure AuthMaterialization(Component component, string detail) =>
        new("auth_materialization_error", component, detail)
        {
            NextSteps = "Check the form of the named secret; its value was not shown or logged.",
        };

    /// <summary>A live connectivity check failed.</summary>
    public static TaskFailure LiveValidation(Component component, string detail) =>
        new("validation_error", component, detail) { Retryable = true };

    public static TaskFailure QueryRefused(RefusalReason reason, string message) =>
        new("query_refused", Component.Guard, message)
        {
            Category = reason.WireCode(),
            NextSteps =
                reason == RefusalReason.VolatileFunction
                    ? "The catalog of the database decided this, which 'agent guard' does not ask; docs/guard.md says what it looks at."
                    : "Only reading statements are run. 'agent guard' shows the place and the reason.",
        };

    public static TaskFailure InvalidIdentifier(string field) =>
        new(
            "invalid_identifier",
            Component.Guard,
            $"'{field}' must consist of letters, digits, underscores and dots (^[a-zA-Z0-9_.]+$)."
        )
        {
            NextSteps = "Send the plain name of the schema or table, without quotes.",
        };

    public static TaskFailure DataBlocked() =>
        new(
            "data_blocked",
            Component.Desensitization,
            "Rows may not leave: no language model is configured and passthrough is off."
        )
        {
            NextSteps = "Configure a language model, or set desensitization to 'rules'.",
        };

    public static TaskFailure PolicyDenied(string rule) =>
        new("policy_denied", Component.Policy, $"The local policy forbids it: {rule}.")
        {
            NextSteps = "Ask the operator of the agent; 'agent policy check' prints the policy in force.",
        };

    public static TaskFailure Database(
        DatabaseFault fault,
        string message,
        string nextSteps,
        bool retryable = false,
        Option<string> vendorCode = default
    ) =>
        new("database_error", Component.Database, message)
        {
            Category = WireNames.SnakeCase(fault.ToString()),
            NextSteps = nextSteps,
            Retryable = retryable,
            VendorCode = vendorCode,
        };

    public static TaskFailure LlmNotConfigured() =>
        new("llm_not_configured", Component.Llm, "The task needs a language model and the configuration has none.")
        {
            NextSteps = "Send a config with an enabled llm section, or use desensitization 'rules'.",
        };

    public static TaskFailure Llm(
        LlmFault fault,
        string message,
        string nextSteps,
        bool retryable = false,
        Option<string> vendorCode = default
    ) =>
        new("llm_error", Component.Llm, message)
        {
            Category = WireNames.SnakeCase(fault.ToString()),
            NextSteps = nextSteps,
            Retryable = retryable,
            VendorCode = vendorCode,
        };

    /// <param name="category">What failed: <c>leak_check</c>, <c>transform</c>, <c>token_key</c> …</param>
    public static TaskFailure DesensitizationFailed(string category, string message) =>
        new("desensitization_failed", Component.Desensitization, message)
        {
            Category = category,
            NextSteps = "Nothing was sent. Look at the agent's log for this task.",
        };

    public static TaskFailure ResultTooLarge(long limitBytes) =>
        new("result_too_large", Component.Agent, $"The text of the result is over the limit of {limitBytes} bytes.")
        {
            NextSteps = "Ask for fewer rows or columns, or use the rows format.",
        };

    public static TaskFailure Internal(Option<string> category = default) =>
        new("internal_error", Component.Agent, "The agent failed in a way it does not know.")
        {
            Category = category,
            NextSteps = "Look at the agent's log for this task.",
            Retryable = true,
        };
}
