using Causum.Domain.Config;
using Causum.Domain.Settings;
using FsCheck.Xunit;

namespace Causum.Properties.Settings;

/// <summary>design.md §4: a policy only tightens, and doubt tightens too.</summary>
public sealed class LocalPolicyTests
{
    [Theory]
    [InlineData("DB_*", "DB_PASS", true)]
    [InlineData("DB_*", "LLM_KEY", false)]
    [InlineData("DB_*", "db_pass", false)]
    [InlineData("*", "AGENT_CONNECTION_TOKEN", false)]
    [InlineData("AGENT_*", "AGENT_CONNECTION_TOKEN", false)]
    [InlineData("AGENT_X", "AGENT_X", true)]
    [InlineData("?B", "DB", true)]
    public void A_wildcard_never_opens_the_agents_own_variables(string pattern, string name, bool allowed) =>
        Assert.Equal(
            allowed,
            new LocalPolicy
            {
                Secrets = Some<IReadOnlyList<Glob>>([new Glob(pattern, IgnoreCase: false)]),
            }.AllowsSecret(name)
        );

    [Theory]
    [InlineData("*.internal.example", "db.internal.example", true)]
    [InlineData("*.internal.example", "DB.Internal.Example.", true)]
    [InlineData("*.internal.example", "internal.example.evil.org", false)]
    [InlineData("*.internal.example", "evilinternal.example", false)]
    public void A_host_is_allowed_as_a_whole(string pattern, string host, bool allowed) =>
        Assert.Equal(
            allowed,
            new LocalPolicy
            {
                DatabaseHosts = Some<IReadOnlyList<Glob>>([new Glob(pattern, IgnoreCase: true)]),
            }.AllowsDatabaseHost(host)
        );

    [Theory]
    [InlineData(@"https://llm\.internal\.example/.*", "https://llm.internal.example/v1", true)]
    [InlineData(@"https://llm\.internal\.example/.*", "https://llm.internal.example.evil/v1", false)]
    [InlineData("a|b", "ab", false)]
    [InlineData("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false)]
    public void An_endpoint_must_match_as_a_whole_and_in_time(string pattern, string endpoint, bool allowed) =>
        Assert.Equal(
            allowed,
            EndpointPattern
                .Create(Domain.Input.FieldPath.Root, pattern)
                .Match(Succ: p => p.Matches(endpoint), Fail: _ => throw new Xunit.Sdk.XunitException("refused"))
        );

    [Fact]
    public void Passthrough_can_be_denied_and_nothing_is_loosened()
    {
        var deny = new LocalPolicy { DenyPassthrough = true };
        Assert.Equal(DataMode.Blocked, deny.Tighten(DataMode.Passthrough));
        foreach (var mode in Enum.GetValues<DataMode>())
        {
            Assert.Equal(mode, LocalPolicy.None.Tighten(mode));
            Assert.True(deny.Tighten(mode) == mode || deny.Tighten(mode) == DataMode.Blocked);
        }
    }

    [Theory]
    [InlineData("customers.email", "customers", "EMAIL", true)]
    [InlineData("customers.email", "crm.customers", "email", true)]
    [InlineData("crm.customers.email", "customers", "email", true)]
    [InlineData("customers.email", null, "email", true)]
    [InlineData("customers.email", "orders", "email", false)]
    [InlineData("*.notes", "orders", "notes", true)]
    [InlineData("notes", null, "notes", true)]
    public void Doubt_about_the_table_keeps_a_column_sensitive(
        string pattern,
        string? table,
        string column,
        bool holds
    ) =>
        Assert.Equal(
            holds,
            new LocalPolicy { AlwaysSensitive = [ColumnPattern.Of(pattern)] }.IsAlwaysSensitive(Optional(table), column)
        );

    [Theory]
    [InlineData("orders.status", "orders", "status", true)]
    [InlineData("orders.status", null, "status", false)]
    [InlineData("crm.orders.status", "orders", "status", false)]
    [InlineData("*.status", null, "status", true)]
    public void Doubt_about_the_table_makes_no_column_safe(string pattern, string? table, string column, bool holds) =>
        Assert.Equal(
            holds,
            new LocalPolicy { AlwaysSafe = [ColumnPattern.Of(pattern)] }.IsAlwaysSafe(Optional(table), column)
        );

    [Property(MaxTest = 1000)]
    public bool A_glob_without_wildcards_matches_itself_alone(string? text, string? other)
    {
        var literal = (text ?? "").Replace('*', 'x').Replace('?', 'y');
        var glob = new Glob(literal, IgnoreCase: false);
        return glob.Matches(literal) && glob.Matches(other ?? "") == (literal == (other ?? ""));
    }

    [Property(MaxTest = 1000)]
    public bool A_star_stands_for_any_text(string? before, string? middle, string? after) =>
        new Glob($"{Plain(before)}*{Plain(after)}", IgnoreCase: false).Matches(Plain(before) + middle + Plain(after));

    private static string Plain(string? text) => (text ?? "").Replace('*', 'x').Replace('?', 'y');
}
