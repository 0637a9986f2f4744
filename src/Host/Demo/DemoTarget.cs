using System.Text.Json.Nodes;

namespace Causum.Host.Demo;

/// <summary>
/// The config that the scripted control plane sends: the sample database and the built-in rules, or what the person named instead. Secrets of a URL go into variables of this process, where
/// the <c>env</c> store finds them; the config holds their names only, as a real one does.
/// </summary>
internal static class DemoTarget
{
    /// <returns>Left: what is wrong with the URL, without its user information.</returns>
    public static Either<string, JsonObject> Config(
        SampleDatabase sample,
        Option<Uri> database,
        Option<Uri> model,
        string modelName
    ) =>
        from section in database.Match(Database, () => Right<string, JsonObject>(LocalFile("sqlite", sample.Path)))
        select WithModel(section, model, modelName);

    private static JsonObject WithModel(JsonObject database, Option<Uri> model, string modelName)
    {
        var config = new JsonObject
        {
            ["type"] = "config",
            ["config_id"] = "demo-1",
            ["secret_store"] = new JsonObject { ["provider"] = "env" },
            ["database"] = database,
        };
        if (model.Case is Uri endpoint)
            config["llm"] = Model(endpoint, modelName);
        else
            config["desensitization"] = "rules";
        return config;
    }

    private static JsonObject Model(Uri endpoint, string modelName)
    {
        var hasKey = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OPENAI_API_KEY"));
        var llm = new JsonObject
        {
            ["enabled"] = true,
            ["endpoint"] = endpoint.AbsoluteUri.TrimEnd('/'),
            ["auth_type"] = hasKey ? "api_key" : "no_auth",
            ["model"] = modelName,
        };
        if (hasKey)
            llm["secret_mapping"] = new JsonObject { ["api_key"] = "OPENAI_API_KEY" };
        return llm;
    }

    private static Either<string, JsonObject> Database(Uri url) =>
        url.Scheme switch
        {
            "postgresql" or "postgres" => Server("postgresql", url, 5432),
            "mysql" => Server("mysql", url, 3306),
            "mariadb" => Server("mariadb", url, 3306),
            "sqlite" or "duckdb" when url.AbsolutePath.Length > 1 => LocalFile(
                url.Scheme,
                Uri.UnescapeDataString(url.AbsolutePath)
            ),
            _ =>
                "--database takes postgresql://user:password@host/name, mysql://…, mariadb://…, sqlite:///path or duckdb:///path.",
        };

    private static Either<string, JsonObject> Server(string type, Uri url, int defaultPort)
    {
        var login = url.UserInfo.Split(':', 2);
        var name = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/'));
        if (login.Length < 2 || name.Length == 0 || url.Host.Length == 0)
            return $"--database needs a user, a password, a host and a database: {type}://user:password@host/name.";
        Environment.SetEnvironmentVariable("DEMO_DB_USER", Uri.UnescapeDataString(login[0]));
        Environment.SetEnvironmentVariable("DEMO_DB_PASSWORD", Uri.UnescapeDataString(login[1]));
        return new JsonObject
        {
            ["enabled"] = true,
            ["type"] = type,
            ["auth_type"] = "password",
            ["secret_mapping"] = new JsonObject { ["username"] = "DEMO_DB_USER", ["password"] = "DEMO_DB_PASSWORD" },
            ["host"] = url.Host,
            ["port"] = url.Port > 0 ? url.Port : defaultPort,
            ["database"] = name,
        };
    }

    private static JsonObject LocalFile(string type, string path) =>
        new()
        {
            ["enabled"] = true,
            ["type"] = type,
            ["auth_type"] = "local_file",
            ["path"] = path,
        };
}
