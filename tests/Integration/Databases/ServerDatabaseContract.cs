using Causum.Domain.Config;
using Causum.Domain.Secrets;

namespace Causum.Integration.Databases;

/// <summary>What databases behind a network and a login promise beside.</summary>
public abstract class ServerDatabaseContract : DatabaseContract
{
    protected override bool IsServer => true;

    /// <summary>A login on the seeded database with single settings changed or added.</summary>
    protected abstract (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Login(
        string user,
        string authType = "password",
        params (string Key, object Value)[] changes
    );

    protected abstract string Superuser { get; }

    protected abstract Task RestartAsync();

    /// <summary>Says <c>yes</c> in its only cell where the connection is encrypted.</summary>
    protected abstract string IsEncrypted { get; }

    protected abstract Support.TestAuthority Authority { get; }

    protected override (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Reader => Login("reader");

    protected override (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Owner => Login(Superuser);

    [Fact]
    public async Task A_wrong_password_is_an_auth_failure_that_shows_neither_user_nor_password()
    {
        await using var database = Open(Login("reader", "password", ("password", "wr0ng-4711")), Options);
        var failure = Outcomes.Fails("auth_failed", await database.ValidateAsync(CancellationToken.None));
        Assert.DoesNotContain("4711", Outcomes.Everything(failure), StringComparison.Ordinal);
        Assert.DoesNotContain("reader", Outcomes.Everything(failure), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_database_is_told()
    {
        await using var database = Open(Login(Superuser, "password", ("database", "no_such_database")), Options);
        Outcomes.Fails("database_not_found", await database.ValidateAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("host", "no-such-host.invalid")]
    [InlineData("port", "1")]
    public async Task An_unreachable_server_is_told_and_worth_another_try(string key, string value)
    {
        await using var database = Open(Login("reader", "password", (key, value)), Options);
        var failure = Outcomes.Fails("network_unreachable", await database.ValidateAsync(CancellationToken.None));
        Assert.True(failure.Retryable);
        Assert.DoesNotContain("invalid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_right_is_told()
    {
        await using var database = Open(Login("narrow"), Options);
        Outcomes.Right(await QueryAsync(database, "SELECT name FROM people", new RowsInMemory()));
        Outcomes.Fails("permission_denied", await QueryAsync(database, "SELECT id FROM vacant", new RowsInMemory()));
        var tables = Outcomes.Right(await database.TablesAsync(None, CancellationToken.None));
        Assert.Equal(["people"], tables.Entries.Select(t => t.Name));
    }

    [Fact]
    public async Task Validation_warns_of_a_login_that_may_write_and_not_of_one_that_only_reads()
    {
        await using var owner = Open(Owner, Options);
        await using var reader = Open();
        Assert.NotEmpty(Outcomes.Right(await owner.ValidateAsync(CancellationToken.None)).Warnings);
        Assert.Empty(Outcomes.Right(await reader.ValidateAsync(CancellationToken.None)).Warnings);
    }

    /// <summary>Statements that leave something in a session, and a query that gives <c>0</c> where nothing of them is left.</summary>
    protected abstract (IReadOnlyList<string> Leave, string Look) Leftovers { get; }

    [Fact]
    public async Task Nothing_of_one_task_is_left_for_the_next()
    {
        await using var database = Open(Owner, Options);
        foreach (var text in Leftovers.Leave)
        {
            Outcomes.Right(await QueryAsync(database, text, new RowsInMemory()));
            var rows = new RowsInMemory();
            Outcomes.Right(await QueryAsync(database, Leftovers.Look, rows));
            Assert.Equal("0", rows.Rows.Single().Single());
        }
    }

    /// <summary>What the server itself says of the session's settings; values as the protocol writes them.</summary>
    protected abstract (string Query, string[] Values) PinnedSettings { get; }

    [Fact]
    public async Task The_settings_of_the_second_line_are_those_of_the_session()
    {
        await using var database = Open();
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, PinnedSettings.Query, rows));
        Assert.Equal(PinnedSettings.Values, rows.Rows.Single());
    }

    /// <summary>Logins that may more than read, each with a word of the warning that it must give.</summary>
    protected abstract IReadOnlyList<(string User, string Word)> StrongLogins { get; }

    [Fact]
    public async Task Validation_says_what_a_login_may_beyond_reading()
    {
        foreach (var (user, word) in StrongLogins)
        {
            await using var database = Open(Login(user), Options);
            var warnings = Outcomes.Right(await database.ValidateAsync(CancellationToken.None)).Warnings;
            Assert.True(
                warnings.Any(w => w.Contains(word, StringComparison.Ordinal)),
                $"{user}: {string.Join(' ', warnings)}"
            );
        }
    }

    [Fact]
    public async Task A_restart_of_the_server_between_two_queries_is_not_noticed()
    {
        await using var database = Open();
        Outcomes.Right(await QueryAsync(database, "SELECT 1", new RowsInMemory()));
        await RestartAsync();
        Outcomes.Right(await QueryAsync(database, "SELECT 1", new RowsInMemory()));
    }

    [Fact]
    public async Task Connections_come_back_to_the_pool_however_a_query_ends()
    {
        await using var database = Open();
        for (var i = 0; i < 40; i++)
        {
            Outcomes.Right(await QueryAsync(database, AMillionRows, new RowsInMemory(enough: 1)));
            Outcomes.Fails("query_error", await QueryAsync(database, "SELECT FROM WHERE", new RowsInMemory()));
            using var cancel = new CancellationTokenSource();
            var rows = new RowsInMemory(onFirstRow: cancel.Cancel);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                QueryAsync(database, AMillionRows, rows, cancel.Token)
            );
        }
        await Eventually(async () => await ActiveStatementsAsync() == 0);
        Outcomes.Right(await QueryAsync(database, "SELECT 1", new RowsInMemory()));
    }

    [Fact]
    public async Task A_certificate_of_the_named_authority_is_trusted_and_the_connection_encrypted()
    {
        await using var database = Open(Login("reader", "ssl_verify", ("ssl_ca", Authority.Pem)), Options);
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, IsEncrypted, rows));
        Assert.Equal("\"yes\"", rows.Rows.Single().Single());
    }

    [Theory]
    [InlineData("ssl")]
    [InlineData("ssl_verify")]
    public async Task A_certificate_of_another_authority_is_refused(string authType)
    {
        var stranger = new Support.TestAuthority("another authority");
        await using var database = Open(Login("reader", authType, ("ssl_ca", stranger.Pem)), Options);
        Outcomes.Fails("ssl_error", await database.ValidateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Ssl_verify_without_an_authority_does_not_trust_an_unknown_one()
    {
        await using var database = Open(Login("reader", "ssl_verify"), Options);
        Outcomes.Fails("ssl_error", await database.ValidateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Ssl_without_an_authority_encrypts_and_warns_that_nobody_is_checked()
    {
        await using var database = Open(Login("reader", "ssl"), Options);
        var answer = Outcomes.Right(await database.ValidateAsync(CancellationToken.None));
        Assert.Contains(answer.Warnings, w => w.Contains("ssl_ca", StringComparison.Ordinal));
        var rows = new RowsInMemory();
        Outcomes.Right(await QueryAsync(database, IsEncrypted, rows));
        Assert.Equal("\"yes\"", rows.Rows.Single().Single());
    }

    [Fact]
    public async Task A_client_certificate_logs_in_and_another_ones_does_not()
    {
        await using var database = Open(CertificateLogin(Authority.Client("cert_login")), Options);
        Outcomes.Right(await QueryAsync(database, "SELECT 1", new RowsInMemory()));
        var stranger = new Support.TestAuthority("another authority").Client("cert_login");
        await using var refused = Open(CertificateLogin(stranger), Options);
        Assert.True((await refused.ValidateAsync(CancellationToken.None)).IsLeft);
    }

    private (DatabaseConfig, IReadOnlyDictionary<string, Secret>) CertificateLogin(
        (string Certificate, string Key) client
    ) =>
        Login(
            "cert_login",
            "ssl_cert",
            ("ssl_cert", client.Certificate),
            ("ssl_key", client.Key.Replace("\n", "\\n", StringComparison.Ordinal)),
            ("ssl_ca", Authority.Pem)
        );
}
