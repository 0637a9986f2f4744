using System.Globalization;
using System.Text.RegularExpressions;

namespace Causum.Domain.Config;

/// <summary>The form of plain values (databases.md 1.4), wherever they come from: a config, or a secret store that was asked for one.</summary>
public static partial class DatabaseValues
{
    /// <summary>The rule that <paramref name="value"/> breaks, as in "must be between 1 and 65535"; None if it is fit.</summary>
    public static Option<string> Fault(DatabaseType type, string key, string value, ConfigRules rules)
    {
        if (value.Length is 0 or > 1024 || value.Any(char.IsControl))
            return "must have 1 to 1024 characters and no control characters";
        return key switch
        {
            "port" => Range(value, 1, 65535),
            "connect_timeout" => Range(value, 1, 600),
            "duration_seconds" => Range(value, 900, 3600),
            "host" => Hosts(type, value),
            "path" => DatabasePath.Fault(value, rules.DataDirectories),
            "endpoint" => Endpoints.Fault(value, rules.AllowInsecureEndpoints),
            "region" => Form(Region(), value, "must be an AWS region, such as eu-central-1"),
            "s3_staging_dir" => Form(S3(), value, "must look like s3://bucket/folder/"),
            "account" => Account(value),
            "role_arn" => Form(Role(), value, "must be the ARN of an IAM role"),
            "http_path" when type == DatabaseType.Databricks => HttpPath(value),
            "schema" or "catalog" or "role" or "warehouse" => Form(
                Identifier(),
                value,
                "must be an identifier of 1 to 255 characters, without quotes"
            ),
            _ => None,
        };
    }

    /// <summary>The same for a value that a secret store gave; secrets themselves are judged by who builds credentials of them.</summary>
    public static Option<string> ResolvedFault(DatabaseConfig config, string key, string value, ConfigRules rules) =>
        DatabaseForms.PlainKeys(config.Type).Contains(key) ? Fault(config.Type, key, value, rules) : None;

    /// <summary>Keys whose JSON type is a whole number.</summary>
    public static bool IsNumber(string key) => key is "port" or "connect_timeout" or "duration_seconds";

    private static Option<string> Range(string value, int min, int max) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= min
        && number <= max
            ? None
            : Some($"must be between {min} and {max}");

    private static Option<string> Hosts(DatabaseType type, string value)
    {
        var several = type is DatabaseType.Postgresql or DatabaseType.Vertica;
        if (!several && value.Contains(','))
            return "must name one host";
        return value.Split(',').All(host => IsHost(host, withPort: several && value.Contains(',')))
            ? None
            : Some("must be a host name or an IP address, without scheme, path, user or port");
    }

    private static bool IsHost(string text, bool withPort)
    {
        if (Uri.CheckHostName(text.Trim('[', ']')) == UriHostNameType.IPv6)
            return text.StartsWith('[') == text.EndsWith(']');
        var form = HostName().Match(text);
        return form.Success && text.Length <= 253 && (withPort || !form.Groups["port"].Success);
    }

    private static Option<string> Account(string value) =>
        value.EndsWith(".snowflakecomputing.com", StringComparison.OrdinalIgnoreCase)
            ? Some("must be the account identifier without .snowflakecomputing.com")
            : Form(AccountName(), value, "must consist of letters, digits, dots, dashes and underscores");

    private static Option<string> HttpPath(string value) =>
        value.Contains("/protocolv1/", StringComparison.Ordinal)
            ? Some("must be the path of a SQL warehouse: a cluster is not reachable over the statement API")
            : Form(WarehousePath(), value, "must look like /sql/1.0/warehouses/<id>");

    private static Option<string> Form(Regex form, string value, string rule) =>
        form.IsMatch(value) ? None : Some(rule);

    [GeneratedRegex(
        @"\A[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?\.?(?<port>:[0-9]{1,5})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HostName();

    [GeneratedRegex(
        @"\A[a-z]{2}(-[a-z]+)+-[0-9]\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Region();

    [GeneratedRegex(
        @"\As3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex S3();

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,255}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AccountName();

    [GeneratedRegex(
        @"\Aarn:aws[a-z-]*:iam::[0-9]{12}:role/[\w+=,.@/-]{1,512}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Role();

    [GeneratedRegex(
        @"\A/sql/1\.0/(warehouses|endpoints)/[A-Za-z0-9]{1,64}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex WarehousePath();

    [GeneratedRegex(@"\A[^'""`;\[\]\\]{1,255}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
