using Causum.Domain.Config;
using Causum.Domain.Tasks;
using Causum.Infrastructure.MySql;
using Causum.Infrastructure.Postgres;
using Causum.Integration.Support;
using MySqlConnector;
using Npgsql;

namespace Causum.Integration.Databases;

/// <summary>From configuration and secrets to what the drivers take, without a server.</summary>
public sealed class CredentialsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TestAuthority Authority = new();

    private static readonly (string, object)[] Login =
    [
        ("host", "db.example"),
        ("database", "shop"),
        ("username", "reader"),
        ("password", "s3cret;Host=evil"),
    ];

    [Fact]
    public void Passwords_stay_out_of_the_connection_string_and_reach_the_driver_whole()
    {
        var postgres = Outcomes.Right(Postgres("password", Login));
        var mysql = Outcomes.Right(MySql("password", Login));
        Assert.DoesNotContain("s3cret", postgres.Connection.ConnectionString, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", mysql.Connection.ConnectionString, StringComparison.Ordinal);
        Assert.Equal("s3cret;Host=evil", postgres.Password);
        Assert.Equal("s3cret;Host=evil", mysql.Password);
    }

    [Fact]
    public void A_value_cannot_add_settings_to_the_connection_string()
    {
        var made = Outcomes.Right(Postgres("password", [.. Login, ("database", "shop;Host=evil;Pooling=false")]));
        var read = new NpgsqlConnectionStringBuilder(made.Connection.ConnectionString);
        Assert.Equal(("db.example", true), (read.Host, read.Pooling));
    }

    [Theory]
    [InlineData("host")]
    [InlineData("database")]
    [InlineData("username")]
    [InlineData("password")]
    public void A_missing_setting_is_a_configuration_error_that_names_it(string key)
    {
        var rest = Login.Where(l => l.Item1 != key).ToArray();
        Fails("configuration_error", key, Postgres("password", rest));
        Fails("configuration_error", key, MySql("password", rest));
    }

    [Theory]
    [InlineData("password", "")]
    [InlineData("password", "two\nlines")]
    [InlineData("port", "70000")]
    [InlineData("port", "abc")]
    [InlineData("connect_timeout", "0")]
    public void An_unusable_value_is_an_auth_materialization_error_that_does_not_show_it(string key, string value)
    {
        Fails("auth_materialization_error", key, Postgres("password", [.. Login, (key, value)]));
        Fails("auth_materialization_error", key, MySql("password", [.. Login, (key, value)]));
    }

    [Fact]
    public void A_trailing_line_end_of_a_secret_file_is_cut() =>
        Assert.Equal("word", Outcomes.Right(Postgres("password", [.. Login, ("password", "word\n")])).Password);

    [Theory]
    [InlineData("password", SslMode.Prefer)]
    [InlineData("ssl", SslMode.Require)]
    [InlineData("ssl_verify", SslMode.VerifyFull)]
    public void The_auth_type_decides_how_much_of_the_certificate_is_checked(string authType, SslMode expected) =>
        Assert.Equal(expected, Outcomes.Right(Postgres(authType, Login)).Connection.SslMode);

    [Fact]
    public void An_authority_turns_the_check_of_the_chain_on()
    {
        (string, object)[] login = [.. Login, ("ssl_ca", Authority.Pem)];
        Assert.Equal(SslMode.VerifyCA, Outcomes.Right(Postgres("ssl", login)).Connection.SslMode);
        Assert.Equal(SslMode.VerifyFull, Outcomes.Right(Postgres("ssl_verify", login)).Connection.SslMode);
        var mysql = Outcomes.Right(MySql("ssl", login));
        Assert.Equal((MySqlSslMode.Required, false), (mysql.Connection.SslMode, mysql.ChecksName));
        Assert.True(Outcomes.Right(MySql("ssl_verify", login)).ChecksName);
    }

    public static TheoryData<string> Spellings =>
        new(
            Authority.Pem,
            Authority.Pem.Replace("\n", "\\n", StringComparison.Ordinal),
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Authority.Pem)),
            System.Text.Json.JsonSerializer.Serialize(new { content = Authority.Pem, filename = "ca.pem" }),
            string.Concat(Authority.Pem.Split('\n').Where(l => !l.StartsWith('-')))
        );

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_certificate_is_taken_in_each_of_its_spellings(string spelling)
    {
        var made = Outcomes.Right(Postgres("ssl_verify", [.. Login, ("ssl_ca", spelling)]));
        Assert.Equal("CN=test authority", Outcomes.Some(made.Authorities).Single().Subject);
    }

    [Fact]
    public void A_client_certificate_must_be_readable_in_time_and_fit_its_key()
    {
        var (certificate, key) = Authority.Client("reader");
        var other = Authority.Client("reader").Key;
        var expired = Authority.ExpiredClient("reader");
        Assert.True(Outcomes.Right(Client(certificate, key)).ClientCertificate.IsSome);
        Fails("auth_materialization_error", "ssl_key", Client(certificate, other));
        Fails("auth_materialization_error", "ssl_key", Client(certificate, "not a key"));
        Fails("auth_materialization_error", "ssl_cert", Client(expired.Certificate, expired.Key));
        Fails("configuration_error", "ssl_key", Postgres("ssl_cert", [.. Login, ("ssl_cert", certificate)]));
        Either<TaskFailure, PostgresCredentials> Client(string pem, string keyPem) =>
            Postgres("ssl_cert", [.. Login, ("ssl_cert", pem), ("ssl_key", keyPem)]);
    }

    private static Either<TaskFailure, PostgresCredentials> Postgres(string authType, (string, object)[] values)
    {
        var (config, secrets) = Logins.Of(DatabaseType.Postgresql, authType, values);
        return PostgresCredentials.Create(config, secrets, Limit, DateTimeOffset.UtcNow);
    }

    private static Either<TaskFailure, MySqlCredentials> MySql(string authType, (string, object)[] values)
    {
        var (config, secrets) = Logins.Of(DatabaseType.Mysql, authType, values);
        return MySqlCredentials.Create(config, secrets, Limit, DateTimeOffset.UtcNow);
    }

    private static void Fails<T>(string code, string key, Either<TaskFailure, T> outcome)
    {
        var failure = outcome.Match(Right: _ => throw new Xunit.Sdk.XunitException("expected a failure"), Left: f => f);
        Assert.Equal(code, failure.Code);
        Assert.Contains($"database.{key}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", Outcomes.Everything(failure), StringComparison.Ordinal);
    }
}
