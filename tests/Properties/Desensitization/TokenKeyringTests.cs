using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Domain.Input;
using Causum.Domain.Settings;

namespace Causum.Properties.Desensitization;

public sealed class TokenKeyringTests
{
    private const string Good = "a text of more than thirty-two characters";

    private sealed class Reader : ITokenKeyReader
    {
        public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

        public Option<string> FromVariable(string name) => Find("env:" + name);

        public Option<string> FromFile(string path) => Find("file:" + path);

        private Option<string> Find(string place) => Texts.TryGetValue(place, out var text) ? text : None;
    }

    private sealed class Store(bool writes) : IStateStore
    {
        private readonly Dictionary<string, byte[]> documents = new(StringComparer.Ordinal);

        public string Location => "a store";

        public Option<byte[]> Read(string name) => documents.TryGetValue(name, out var bytes) ? bytes : None;

        public bool Write(string name, ReadOnlySpan<byte> content)
        {
            if (writes)
                documents[name] = content.ToArray();
            return writes;
        }
    }

    private static readonly LocalPolicy ByVariable = LocalPolicy.None with
    {
        TokenKey = new TokenKeySource.EnvironmentVariable("KEY"),
    };
    private static readonly LocalPolicy ByFile = LocalPolicy.None with
    {
        TokenKey = new TokenKeySource.File("/run/key"),
    };
    private static readonly LocalPolicy Required = LocalPolicy.None with { TokenKey = new TokenKeySource.Required() };

    [Fact]
    public void The_policy_goes_before_the_settings()
    {
        var reader = new Reader
        {
            Texts =
            {
                ["env:KEY"] = Good,
                ["file:/run/key"] = Good + "2",
                ["file:/etc/key"] = Good + "3",
            },
        };
        string Version(LocalPolicy policy) => Right(reader, policy, "/etc/key").Key.Version;
        Assert.Equal(Expected(Good), Version(ByVariable));
        Assert.Equal(Expected(Good + "2"), Version(ByFile));
        Assert.Equal(Expected(Good + "3"), Version(Required));
        Assert.Equal(Expected(Good + "3"), Version(LocalPolicy.None));
    }

    [Fact]
    public void A_key_that_was_asked_for_and_cannot_be_had_is_never_replaced()
    {
        var empty = new Reader();
        var weak = new Reader { Texts = { ["env:KEY"] = "short", ["file:/etc/key"] = "short" } };
        Assert.All(
            [
                Left(empty, ByVariable, None),
                Left(empty, ByFile, "/etc/key"),
                Left(empty, Required, None),
                Left(empty, LocalPolicy.None, "/etc/key"),
                Left(weak, ByVariable, None),
                Left(weak, Required, "/etc/key"),
            ],
            error => Assert.DoesNotContain("short ", error.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Without_a_setting_a_key_is_made_once_and_kept()
    {
        var store = new Store(writes: true);
        var ring = new TokenKeyring(new Reader(), store);
        var first = Loaded(ring.Load(LocalPolicy.None, None));
        var second = Loaded(new TokenKeyring(new Reader(), store).Load(LocalPolicy.None, None));
        Assert.Equal((first.Key.Version, TokenSharing.Local), (second.Key.Version, second.Key.Sharing));
        Assert.True(first.Warning.IsSome);
        Assert.NotEqual(
            first.Key.Version,
            Loaded(new TokenKeyring(new Reader(), new Store(writes: true)).Load(LocalPolicy.None, None)).Key.Version
        );
    }

    [Fact]
    public void A_key_that_cannot_be_kept_works_and_warns()
    {
        var loaded = Loaded(new TokenKeyring(new Reader(), new Store(writes: false)).Load(LocalPolicy.None, None));
        Assert.Contains("could not be kept", loaded.Warning.IfNone(""), StringComparison.Ordinal);
    }

    private static string Expected(string text) =>
        TokenKey.Parse(text, TokenSharing.Shared).Match(key => key.Version, () => "");

    private static LoadedTokenKey Right(Reader reader, LocalPolicy policy, Option<string> file) =>
        Loaded(new TokenKeyring(reader, new Store(writes: true)).Load(policy, file));

    private static InputError Left(Reader reader, LocalPolicy policy, Option<string> file) =>
        new TokenKeyring(reader, new Store(writes: true))
            .Load(policy, file)
            .Match(Right: _ => throw new InvalidOperationException("a key was made up"), Left: error => error);

    private static LoadedTokenKey Loaded(Either<InputError, LoadedTokenKey> result) =>
        result.Match(Right: key => key, Left: error => throw new InvalidOperationException(error.ToString()));
}
