using static Causum.Domain.Config.DatabaseType;

namespace Causum.Domain.Config;

/// <summary>Other names of keys (databases.md 1.3), driver options that are let through (1.2), and auth types that need a person.</summary>
internal static class DatabaseNames
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["user"] = "username",
        ["uid"] = "username",
        ["dbname"] = "database",
        ["db"] = "database",
        ["sslrootcert"] = "ssl_ca",
        ["ca_certs"] = "ssl_ca",
        ["sslcert"] = "ssl_cert",
        ["client_cert"] = "ssl_cert",
        ["sslkey"] = "ssl_key",
        ["client_key"] = "ssl_key",
        ["access_token"] = "token",
        ["motherduck_token"] = "token",
        ["jwt"] = "jwt_token",
        ["database_path"] = "path",
        ["service"] = "service_name",
        ["config_dir"] = "wallet_location",
        ["service_account_json"] = "credentials_json",
    };

    /// <summary>Kept from the public list of databases: they wait for a person at a browser, or for a ticket that runs out.</summary>
    public static readonly IReadOnlyList<string> Unattended =
    [
        "externalbrowser",
        "okta",
        "oauth_u2m",
        "oauth_browser",
        "azure_ad_interactive",
        "adc_user",
        "iam_identity_center",
        "kerberos",
    ];

    public static string Canonical(DatabaseType type, string key) =>
        (type, key) switch
        {
            (Bigquery, "dataset") => "schema",
            (Trino, "ssl_cert" or "sslcert" or "client_cert") => "certificate",
            (Trino, "ssl_key" or "sslkey" or "client_key") => "private_key",
            _ => Aliases.GetValueOrDefault(key, key),
        };

    public static IReadOnlyList<string> Options(DatabaseType type) =>
        type switch
        {
            Postgresql => ["sslmode", "application_name", "search_path", "target_session_attrs"],
            Mysql or Mariadb => ["sslmode", "charset", "check_hostname", "allow_public_key_retrieval"],
            Clickhouse => ["secure", "compress"],
            Sqlserver =>
            [
                "encrypt",
                "trust_server_certificate",
                "instance",
                "application_intent",
                "host_name_in_certificate",
                "server_spn",
            ],
            Oracle => ["protocol", "server_dn_match"],
            Db2 => [],
            Teradata => ["account"],
            Vertica => ["backup_server_nodes"],
            Snowflake => ["query_tag", "client_app_id", "protocol"],
            Bigquery => ["maximum_bytes_billed", "labels", "billing_project"],
            Redshift => ["sslmode"],
            Athena => ["result_reuse_minutes", "poll_max_ms"],
            Databricks => ["byte_limit"],
            Trino => ["secure", "client_tags", "session_properties", "time_zone"],
            Sparksql => ["transport", "http_path", "sasl", "secure"],
            Duckdb => ["memory_limit", "threads"],
            Sqlite => [],
        };
}
