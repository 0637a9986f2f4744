using System.Text;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using FsCheck.Xunit;

namespace Causum.Properties.Settings;

/// <summary>Protocol §1: what is a token, which step a bad one fails at, and that nothing of it is ever shown.</summary>
public sealed class ConnectionTokenTests
{
    private const string Json =
        """{"redis_url":"rediss://user:s%40cret@host.example:6380/3","agent_key":"acme-prod"}""";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Both_alphabets_with_and_without_padding_are_read(bool urlSafe, bool padded)
    {
        var text = Encode("""{"redis_url":"redis://:p%C3%BC@h","agent_key":"{acme}","note":">>>???~~~"}""");
        text = urlSafe ? text.Replace('+', '-').Replace('/', '_') : text;
        var token = Valid($" \n{(padded ? text : text.TrimEnd('='))}\t ");
        Assert.Equal("{acme}", token.AgentKey);
        Assert.Equal("pü", token.Redis.Password.Map(p => p.Reveal()));
    }

    [Fact]
    public void All_parts_of_the_url_are_taken()
    {
        var redis = Valid(Encode(Json)).Redis;
        Assert.True(redis.Tls);
        Assert.Equal([new RedisHost("host.example", 6380)], redis.Hosts);
        Assert.Equal("user", redis.User);
        Assert.Equal("s@cret", redis.Password.Map(p => p.Reveal()));
        Assert.Equal(3, redis.Database);
    }

    [Theory]
    [InlineData("%%%", "step 1")]
    [InlineData("eyJh\nIjoxfQ", "step 1")]
    [InlineData("/////w==", "step 2")]
    [InlineData("bm8ganNvbg==", "step 3")]
    [InlineData("W10=", "step 3")]
    [InlineData("", "is required")]
    public void A_bad_token_says_which_step_failed(string text, string step) =>
        Assert.Contains(step, Assert.Single(Errors(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{}""", "connection_token.redis_url: is required|connection_token.agent_key: is required")]
    [InlineData(
        """{"redis_url":1,"agent_key":"a b"}""",
        "connection_token.redis_url: must be a string|connection_token.agent_key: must be 1 to 128"
    )]
    [InlineData(
        """{"redis_url":"redis://h","agent_key":"a","expires_at":"2026-11-22T09:59:59Z"}""",
        "connection_token.expires_at: is in the past"
    )]
    [InlineData(
        """{"redis_url":"redis://h","agent_key":"a","expires_at":"tomorrow"}""",
        "connection_token.expires_at: must be an RFC 3339 time"
    )]
    [InlineData(
        """{"redis_url":"redis://h","agent_key":"a","agent_key":"b"}""",
        "connection_token: does not hold JSON"
    )]
    public void Faulty_fields_are_all_named(string json, string expected)
    {
        var errors = Errors(Encode(json));
        Assert.Equal(expected.Split('|').Length, errors.Length);
        Assert.All(
            errors.Zip(expected.Split('|')),
            pair => Assert.StartsWith(pair.Item2, pair.Item1, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_token_holds_until_its_end_and_other_fields_are_warned_about()
    {
        var token = Valid(
            Encode(
                """{"redis_url":"redis://h","agent_key":"a","expires_at":"2026-11-22T11:00:01+01:00","region":"eu"}"""
            )
        );
        Assert.Equal(Now.AddSeconds(1), token.ExpiresAt);
        Assert.Equal(["connection_token.region: unknown field, ignored"], token.Warnings);
    }

    [Fact]
    public void No_text_form_shows_the_login()
    {
        var token = Valid(Encode(Json));
        Assert.Equal("rediss://host.example:6380/3", token.Redis.ToString());
        Assert.DoesNotContain("cret", token.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("user", token.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:planted@h")]
    [InlineData("redis://user:planted@")]
    [InlineData("redis://user:planted@h:99999")]
    [InlineData("redis://user:planted@h/planted")]
    [InlineData("redis://user:planted%zz@h")]
    [InlineData("redis://user:planted@h1,h2")]
    [InlineData("redis://user:planted@h?planted=1")]
    [InlineData("redis+sentinel://user:planted@h")]
    [InlineData("redis+cluster://user:planted@h/5")]
    [InlineData("redis+planted://h")]
    public void A_bad_url_is_refused_without_being_shown(string url)
    {
        var errors = Errors(Encode($$"""{"redis_url":"{{url}}","agent_key":"a"}"""));
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("planted", string.Join('\n', errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis://h", RedisTopology.Single, "h:6379", 0)]
    [InlineData("redis://[::1]:7000/2", RedisTopology.Single, "[::1]:7000", 2)]
    [InlineData("redis+sentinel://u:p@h1:1,h2/primary/4", RedisTopology.Sentinel, "h1:1 h2:26379", 4)]
    [InlineData("rediss+cluster://u:p@h1,h2:7", RedisTopology.Cluster, "h1:6379 h2:7", 0)]
    public void Each_form_of_the_url_is_read(string url, RedisTopology topology, string hosts, int database)
    {
        var redis = Valid(Encode($$"""{"redis_url":"{{url}}","agent_key":"a"}""")).Redis;
        Assert.Equal(topology, redis.Topology);
        Assert.Equal(hosts, string.Join(' ', redis.Hosts));
        Assert.Equal(database, redis.Database);
        Assert.Equal(topology == RedisTopology.Sentinel, redis.ServiceName == "primary");
    }

    [Fact]
    public void Sentinels_may_have_a_login_of_their_own()
    {
        var redis = Valid(
            Encode(
                """{"redis_url":"redis+sentinel://u:p@h/svc?sentinel_user=watch&sentinel_password=a%26b","agent_key":"a"}"""
            )
        ).Redis;
        Assert.Equal("watch", redis.SentinelUser);
        Assert.Equal("a&b", redis.SentinelPassword.Map((Secret p) => p.Reveal()));
    }

    [Property(MaxTest = 500)]
    public bool Any_text_gives_a_token_or_errors_that_do_not_show_it(string? text) =>
        ConnectionToken
            .Parse(text ?? "", Now)
            .Match(
                Succ: _ => true,
                Fail: errors =>
                    (text ?? "").Trim().Length < 12
                    || !string.Join('\n', errors).Contains((text ?? "").Trim(), StringComparison.Ordinal)
            );

    private static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    private static ConnectionToken Valid(string text) =>
        ConnectionToken
            .Parse(text, Now)
            .Match(Succ: token => token, Fail: errors => throw new Xunit.Sdk.XunitException(string.Join("; ", errors)));

    private static string[] Errors(string text) =>
        ConnectionToken.Parse(text, Now).Match(Succ: _ => [], Fail: errors => errors.Map(e => e.ToString()).ToArray());
}
