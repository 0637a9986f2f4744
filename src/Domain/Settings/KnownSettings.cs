namespace Causum.Domain.Settings;

/// <summary>Every setting of the agent (cli.md, protocol.md). What is not in this list is unknown: a warning for a variable, an error in the file.</summary>
public static class KnownSettings
{
    public static readonly Setting ConnectionToken = new(
        "AGENT_CONNECTION_TOKEN",
        "connection.token",
        "The connection token itself; prefer token_file or token_env",
        "eyJ...",
        Secret: true
    );

    public static readonly Setting ConnectionTokenFile = new(
        "AGENT_CONNECTION_TOKEN_FILE",
        "connection.token_file",
        "File that holds the connection token",
        "/run/secrets/causum-token"
    );

    public static readonly Setting StateDirectory = new(
        "AGENT_STATE_DIR",
        "state_dir",
        "Where the instance ID, the cached configuration and the token key are kept (mode 0700)",
        "/var/lib/causum-agent"
    );

    public static readonly Setting InstanceId = new(
        "AGENT_INSTANCE_ID",
        "instance_id",
        "Name of this instance; made and kept in state_dir if it is left out",
        "agent-eu-1"
    );

    public static readonly Setting LogDirectory = new("AGENT_LOG_DIR", "log.dir", "Log files too", "/var/log/causum")
    {
        Flag = "--log-dir",
    };

    public static readonly Setting LogLevel = new("AGENT_LOG_LEVEL", "log.level", "debug, info, warning, error", "info")
    {
        Flag = "--log-level",
        Default = "info",
    };

    public static readonly Setting LogFormat = new(
        "AGENT_LOG_FORMAT",
        "log.format",
        "text, json, or auto: text on a terminal and JSON otherwise",
        "json"
    )
    {
        Flag = "--log-format",
        Default = "auto",
    };

    public static readonly Setting PolicyFile = new(
        "AGENT_POLICY_FILE",
        "policy_file",
        "Local policy that no remote configuration can loosen",
        "/etc/causum/policy.yaml"
    );

    public static readonly Setting AuditFile = new(
        "AGENT_AUDIT_FILE",
        "audit_file",
        "One line for each thing that left or was refused",
        "/var/log/causum/audit.jsonl"
    );

    public static readonly Setting AuditMaxBytes = new(
        "AGENT_AUDIT_MAX_BYTES",
        "limits.audit_max_bytes",
        "Size at which the audit file is rotated",
        "104857600"
    )
    {
        Default = "104857600",
    };

    public static readonly Setting Concurrency = new(
        "AGENT_CONCURRENCY",
        "limits.concurrency",
        "Tasks that run at once (default: twice the cores, at least 4)",
        "8"
    );

    public static readonly Setting ClaimIdle = new(
        "AGENT_CLAIM_IDLE_SECONDS",
        "limits.claim_idle_seconds",
        "Work of a dead instance is taken over after this time",
        "15"
    )
    {
        Default = "15",
    };

    public static readonly Setting MaxDeliveries = new(
        "AGENT_MAX_DELIVERIES",
        "limits.max_deliveries",
        "A task delivered more often is answered with poison_task",
        "5"
    )
    {
        Default = "5",
    };

    public static readonly Setting MaxTaskAge = new(
        "AGENT_MAX_TASK_AGE_SECONDS",
        "limits.max_task_age_seconds",
        "An older task is not run any more; 0: never too old",
        "3600"
    )
    {
        Default = "3600",
    };

    public static readonly Setting MaxTaskTime = new(
        "AGENT_MAX_TASK_SECONDS",
        "limits.max_task_seconds",
        "Longest time a task may ask for",
        "900"
    )
    {
        Default = "900",
    };

    public static readonly Setting HeartbeatInterval = new(
        "AGENT_HEARTBEAT_SECONDS",
        "limits.heartbeat_seconds",
        "Time between heartbeats",
        "30"
    )
    {
        Default = "30",
    };

    public static readonly Setting ShutdownGrace = new(
        "AGENT_SHUTDOWN_GRACE_SECONDS",
        "limits.shutdown_grace_seconds",
        "Time for running tasks to end after a signal",
        "25"
    )
    {
        Default = "25",
    };

    public static readonly Setting ResultsMaxLength = new(
        "AGENT_RESULTS_MAXLEN",
        "limits.results_maxlen",
        "Trims the results stream to about this many entries (default: never)",
        "100000"
    );

    public static readonly Setting MaxResultBytes = new(
        "AGENT_MAX_RESULT_BYTES",
        "limits.max_result_bytes",
        "Largest result message",
        "8388608"
    )
    {
        Default = "8388608",
    };

    public static readonly Setting SecretRefresh = new(
        "AGENT_SECRET_REFRESH_SECONDS",
        "limits.secret_refresh_seconds",
        "Secrets are read again after this time; 0: only when they are refused",
        "300"
    )
    {
        Default = "0",
    };

    public static readonly Setting TokenLength = new(
        "AGENT_TOKEN_LENGTH",
        "token_length",
        "Hex digits of a masked value: 8, 12 or 16",
        "8"
    )
    {
        Default = "8",
    };

    public static readonly Setting TokenKeyFile = new(
        "AGENT_TOKEN_KEY_FILE",
        "token_key_file",
        "Key of the masked values, the same file for all instances",
        "/run/secrets/causum-token-key"
    );

    public static readonly Setting LlmEndpointPattern = new(
        "LLM_ENDPOINT_PATTERN",
        "llm_endpoint_pattern",
        "Regular expression that the whole endpoint of the model must match",
        @"https://llm\.internal\.example/.*"
    );

    public static readonly Setting LlmModelAllowlist = new(
        "LLM_MODEL_ALLOWLIST",
        "llm_model_allowlist",
        "Models that may be used, exact names",
        "gpt-4o-mini"
    )
    {
        Several = true,
    };

    public static readonly Setting AllowInsecureEndpoints = new(
        "AGENT_ALLOW_INSECURE_ENDPOINTS",
        "allow_insecure_endpoints",
        "Plain HTTP beyond loopback; for tests only",
        "false"
    )
    {
        Default = "false",
    };

    public static readonly Setting AllowDiskSecrets = new(
        "AGENT_ALLOW_DISK_SECRETS",
        "allow_disk_secrets",
        "Lets drivers that need a file for a secret have it on a disk",
        "false"
    )
    {
        Default = "false",
    };

    public static readonly Setting DataDirs = new(
        "AGENT_DATA_DIRS",
        "data_dirs",
        "Folders that SQLite and DuckDB files must lie in",
        "/data"
    )
    {
        Several = true,
    };

    public static readonly Setting CaFile = new(
        "AGENT_CA_FILE",
        "ca_file",
        "PEM certificates trusted for HTTPS beside the system's",
        "/etc/ssl/company-ca.pem"
    );

    public static readonly Setting RedisCaFile = new(
        "AGENT_REDIS_CA_FILE",
        "redis_ca_file",
        "PEM certificates trusted for Redis beside the system's",
        "/etc/ssl/company-ca.pem"
    );

    public static readonly Setting RedisProxy = new(
        "AGENT_REDIS_PROXY",
        "redis_proxy",
        "HTTP CONNECT proxy on the way to Redis",
        "http://user:password@proxy.example:3128",
        Secret: true
    );

    public static readonly Setting KubernetesServiceAccountDirectory = new(
        "AGENT_K8S_SERVICE_ACCOUNT_DIR",
        "k8s_service_account_dir",
        "The pod's service account folder, where it is not the usual one",
        "/var/run/secrets/kubernetes.io/serviceaccount"
    );

    public static readonly Setting DriversDirectory = new(
        "AGENT_DRIVERS_DIR",
        "drivers_dir",
        "Drop-in database drivers",
        "/opt/causum/drivers"
    );

    public static readonly Setting RuntimeDirectory = new(
        "AGENT_RUNTIME_DIR",
        "runtime_dir",
        "Folder in memory for secrets that a driver wants as a file",
        "/run/causum-agent"
    );

    public static readonly Setting Http = new(
        "AGENT_HTTP",
        "http",
        "Address of health, metrics and status page, or off",
        "127.0.0.1:8686"
    )
    {
        Flag = "--http",
        Default = "127.0.0.1:8686",
    };

    public static readonly Setting ConfigFile = new(
        "AGENT_CONFIG",
        "",
        "The YAML file itself; not a key of the file",
        "/etc/causum/agent.yaml"
    )
    {
        Flag = "--config",
    };

    public static readonly IReadOnlyList<Setting> All =
    [
        ConnectionToken,
        ConnectionTokenFile,
        ConfigFile,
        StateDirectory,
        InstanceId,
        LogDirectory,
        LogLevel,
        LogFormat,
        PolicyFile,
        AuditFile,
        Http,
        Concurrency,
        ClaimIdle,
        MaxDeliveries,
        MaxTaskAge,
        MaxTaskTime,
        HeartbeatInterval,
        ShutdownGrace,
        ResultsMaxLength,
        MaxResultBytes,
        AuditMaxBytes,
        SecretRefresh,
        TokenLength,
        TokenKeyFile,
        LlmEndpointPattern,
        LlmModelAllowlist,
        AllowInsecureEndpoints,
        AllowDiskSecrets,
        DataDirs,
        CaFile,
        RedisCaFile,
        RedisProxy,
        KubernetesServiceAccountDirectory,
        DriversDirectory,
        RuntimeDirectory,
    ];
}
