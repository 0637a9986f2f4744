using System.Security.Cryptography;
using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Domain.Input;
using Causum.Domain.Settings;

namespace Causum.Application.Desensitization;

/// <param name="Warning">For whoever starts the agent.</param>
public sealed record LoadedTokenKey(TokenKey Key, Option<string> Warning);

/// <summary>Finds the key of the tokens: the policy's, else the settings', else one of this instance's own, made at the first start.</summary>
public sealed class TokenKeyring(ITokenKeyReader reader, IStateStore state)
{
    private const string Document = "token-key";

    private static readonly FieldPath PolicyPath = FieldPath.Root.Field("data").Field("token_key");
    private static readonly FieldPath SettingPath = FieldPath.Root.Field("AGENT_TOKEN_KEY_FILE");

    /// <summary>Left: the agent must not start; a key that was asked for is never replaced by another.</summary>
    /// <param name="tokenKeyFile">AGENT_TOKEN_KEY_FILE.</param>
    public Either<InputError, LoadedTokenKey> Load(LocalPolicy policy, Option<string> tokenKeyFile) =>
        policy.TokenKey.Match(
            Some: source =>
                source.Match(
                    environmentVariable: variable =>
                        Given(reader.FromVariable(variable.Name), PolicyPath, "the variable it names"),
                    file: file => Given(reader.FromFile(file.Path), PolicyPath, "the file it names"),
                    required: () =>
                        tokenKeyFile.Match(Some: FromSetting, None: () => new InputError.Required(SettingPath))
                ),
            None: () => tokenKeyFile.Match(Some: FromSetting, None: () => Own())
        );

    private Either<InputError, LoadedTokenKey> FromSetting(string path) =>
        Given(reader.FromFile(path), SettingPath, "the file it names");

    private static Either<InputError, LoadedTokenKey> Given(Option<string> text, FieldPath path, string place) =>
        from found in text.ToEither<InputError>(
            new InputError.Unreadable(path, $"cannot be used: {place} is missing, empty or unreadable")
        )
        from key in TokenKey
            .Parse(found, TokenSharing.Shared)
            .ToEither<InputError>(
                new InputError.InvalidValue(
                    path,
                    "must name base64 of at least 32 bytes, or a text of at least 32 characters"
                )
            )
        select new LoadedTokenKey(key, None);

    /// <summary>Read again after it was written: of two instances that start at once on one folder, both take what stands there.</summary>
    private LoadedTokenKey Own()
    {
        if (Kept().Case is TokenKey kept)
            return new LoadedTokenKey(kept, NotShared);
        var made = RandomNumberGenerator.GetBytes(TokenKey.MinimumBytes);
        var isKept = state.Write(Document, made);
        var key = (isKept ? Kept() : None) || TokenKey.Create(made, TokenSharing.Local);
        return new LoadedTokenKey(
            key.IfNone(() => throw new InvalidOperationException("a key of full length was refused")),
            isKept ? NotShared : NotKept
        );
    }

    private Option<TokenKey> Kept() => state.Read(Document).Bind(bytes => TokenKey.Create(bytes, TokenSharing.Local));

    private Option<string> NotShared =>
        $"the token key is this instance's own (in {state.Location}): other instances make other tokens; set AGENT_TOKEN_KEY_FILE on all of them to share one";

    private Option<string> NotKept =>
        $"the token key could not be kept in {state.Location}: tokens change at every start; set AGENT_TOKEN_KEY_FILE or AGENT_STATE_DIR";
}
