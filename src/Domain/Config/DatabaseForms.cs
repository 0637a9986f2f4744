using static Causum.Domain.Config.DatabaseType;

namespace Causum.Domain.Config;

/// <summary>Which auth types go with which database, and the keys of each pair: the tables 1.1 and 1.2 of databases.md as data.</summary>
internal static class DatabaseForms
{
    private const string Tls = "ssl_ca";
    private const string Login = "host database username";
    private const string ClientCertificate = "ssl_ca ssl_key_passphrase password";
    private const string IamTarget = "host database cluster_identifier+db_user|workgroup_name";
    private const string IamPlain = "port region role_arn profile duration_seconds db_groups endpoint username";
    private const string AthenaTarget = "region s3_staging_dir|work_group";
    private const string SnowflakePlain = "warehouse database role host port";
    private const string TrinoPlain = "port role";
    private const string SparkPlain = "port database";

    private static readonly IReadOnlyList<DatabaseForm> All =
    [
        .. For([Postgresql], "password scram", "password", "", Login, "port"),
        .. For([Postgresql], "ssl ssl_verify", "password", Tls, Login, "port"),
        .. For([Postgresql], "ssl_cert", "ssl_cert ssl_key", ClientCertificate, Login, "port"),
        .. For([Mysql, Mariadb], "password ssl ssl_verify", "password", Tls, Login, "port"),
        .. For([Mysql, Mariadb], "ssl_cert", "ssl_cert ssl_key", ClientCertificate, Login, "port"),
        .. For([Clickhouse], "password", "password", "", "host", "port database username"),
        .. For([Clickhouse], "none", "", "", "host", "port database username"),
        .. For([Clickhouse], "ssl ssl_verify", "password", Tls, "host", "port database username"),
        .. For([Clickhouse], "ssl_cert", "ssl_cert ssl_key", ClientCertificate, "host", "port database username"),
        .. For([Sqlserver], "password", "password", "", Login, "port"),
        .. For([Sqlserver], "ssl_verify", "password", Tls, Login, "port"),
        .. For([Sqlserver], "windows_auth", "", "", "host database", "port"),
        .. For([Oracle], "password", "password", "", "host username service_name|database|sid", "port"),
        .. For(
            [Oracle],
            "wallet",
            "",
            "wallet wallet_password password",
            "service_name|tns_alias wallet|wallet_location",
            "host port username"
        ),
        .. For([Db2], "password ldap", "password", "", Login, "port"),
        .. For([Db2], "ssl_verify", "password", Tls, Login, "port"),
        .. For([Teradata], "password ldap", "password", "logdata", "host username", "port database"),
        .. For([Teradata], "ssl_verify", "password", "ssl_ca logdata", "host username", "port database"),
        .. For([Vertica], "password ldap", "password", "", Login, "port"),
        .. For([Vertica], "ssl ssl_verify", "password", Tls, Login, "port"),
        .. For([Snowflake], "password", "password", "", "account username", SnowflakePlain),
        .. For([Snowflake], "token", "token", "", "account username", SnowflakePlain),
        .. For([Snowflake], "key_pair", "private_key", "private_key_passphrase", "account username", SnowflakePlain),
        .. For([Bigquery], "service_account", "credentials_json", "", "", "project location endpoint"),
        .. For([Redshift], "password", "password", "", Login, "port"),
        .. For([Redshift], "ssl_verify", "password", Tls, Login, "port"),
        .. For([Redshift], "iam_role", "", "external_id", IamTarget, IamPlain),
        .. For(
            [Redshift],
            "iam_credentials",
            "aws_access_key_id aws_secret_access_key",
            "aws_session_token external_id",
            IamTarget,
            IamPlain
        ),
        .. For(
            [Athena],
            "iam_credentials",
            "aws_access_key_id aws_secret_access_key",
            "aws_session_token external_id",
            AthenaTarget,
            "catalog role_arn endpoint"
        ),
        .. For([Athena], "iam_role", "", "external_id", AthenaTarget, "catalog role_arn endpoint"),
        .. For([Databricks], "token", "token", "", "host http_path|warehouse_id", "catalog"),
        .. For([Databricks], "oauth_m2m", "client_secret", "", "host client_id http_path|warehouse_id", "catalog"),
        .. For([Trino], "none", "", Tls, "host username catalog", TrinoPlain),
        .. For([Trino], "password ldap", "password", Tls, "host username catalog", TrinoPlain),
        .. For([Trino], "jwt", "jwt_token", Tls, "host catalog", TrinoPlain + " username"),
        .. For(
            [Trino],
            "certificate",
            "certificate private_key",
            "private_key_passphrase ssl_ca",
            "host catalog",
            TrinoPlain + " username"
        ),
        .. For([Sparksql], "none", "", "", "host", SparkPlain + " username"),
        .. For([Sparksql], "password ldap", "password", Tls, "host username", SparkPlain),
        .. For([Sparksql], "token", "token", Tls, "host username", SparkPlain),
        .. For([Duckdb], "local_file", "", "encryption_key", "path", ""),
        .. For([Duckdb], "motherduck", "token", "", "database", ""),
        .. For([Sqlite], "local_file", "", "", "path", ""),
    ];

    public static Option<DatabaseForm> Find(DatabaseType type, string authType) =>
        Optional(All.FirstOrDefault(form => form.Type == type && form.AuthType == authType));

    public static IReadOnlyList<string> AuthTypes(DatabaseType type) =>
        [.. All.Where(form => form.Type == type).Select(form => form.AuthType)];

    /// <summary>Every auth type of the protocol, whatever database it goes with.</summary>
    public static IReadOnlyList<string> AllAuthTypes => [.. All.Select(form => form.AuthType).Distinct()];

    /// <summary>Every plain key of the protocol; a known key that the pair does not use is ignored like an unknown one.</summary>
    public static IReadOnlyList<string> PlainKeys(DatabaseType type) =>
        [.. All.Where(form => form.Type == type).SelectMany(form => form.PlainKeys).Distinct()];

    /// <summary>Demands nothing and takes whatever some auth type of the database takes.</summary>
    public static DatabaseForm Any(DatabaseType type) =>
        new(
            type,
            "",
            [],
            [.. All.Where(form => form.Type == type).SelectMany(form => form.SecretKeys).Distinct()],
            [],
            PlainKeys(type)
        );

    private static IEnumerable<DatabaseForm> For(
        DatabaseType[] types,
        string authTypes,
        string secret,
        string secretOptional,
        string plain,
        string plainOptional
    ) =>
        from type in types
        from authType in Words(authTypes)
        select new DatabaseForm(
            type,
            authType,
            Words(secret),
            Words(secretOptional),
            Words(plain),
            Words(plainOptional)
        );

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
