using System.Security.Cryptography;
using System.Text;
using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Domain.Input;
using Causum.Domain.Settings;

namespace Causum.Infrastructure.TokenKeys;

/// <summary>Finds the key of the tokens on this machine (design.md §4), never through the store that a remote configuration chose.</summary>
public static class TokenKeyModule
{
    private const string StateName = "token-key";
    private const int MaxBytes = 64 * 1024;

    /// <summary>The policy's, else AGENT_TOKEN_KEY_FILE, else one of its own that is kept in the state directory. A key that is named and unfit is a fault.</summary>
    public static Validation<InputError, TokenKey> Load(
        LocalPolicy policy,
        AgentSettings settings,
        IStateStore state
    ) =>
        policy.TokenKey.Match(
            source =>
                source.Match(
                    environmentVariable: named => FromVariable(named.Name),
                    file: named => FromFile(named.Path),
                    required: () => settings.TokenKeyFile.Match(FromFile, Missing)
                ),
            () => settings.TokenKeyFile.Match(FromFile, () => Own(state))
        );

    private static Validation<InputError, TokenKey> FromVariable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? Key(name, text, TokenSharing.Shared)
            : Fault(name, "is not set: data.token_key of the local policy names it");

    private static Validation<InputError, TokenKey> FromFile(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                return Fault(path, "is too large for a key");
            return Key(path, File.ReadAllText(path), TokenSharing.Shared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fault(path, "cannot be read: it must hold the key of the tokens");
        }
    }

    private static Validation<InputError, TokenKey> Missing() =>
        Fault(
            KnownSettings.TokenKeyFile.Variable,
            "is required by the local policy (data.token_key: required): set it to a file with the key"
        );

    private static Validation<InputError, TokenKey> Own(IStateStore state)
    {
        var place = Path.Combine(state.Location, StateName);
        if (state.Read(StateName).Case is byte[] kept)
            return Key(place, Encoding.UTF8.GetString(kept), TokenSharing.Local);
        if (File.Exists(place))
            return Fault(place, "cannot be read: give the agent's user the right, or delete it for a new key");
        var master = RandomNumberGenerator.GetBytes(TokenKey.MinimumBytes);
        state.Write(StateName, Encoding.UTF8.GetBytes(Convert.ToBase64String(master) + "\n"));
        return TokenKey.Create(master, TokenSharing.Local).ToValidation<InputError>(Unfit(place));
    }

    /// <summary>Base64 of at least 32 bytes, else text of at least 32 characters.</summary>
    private static Validation<InputError, TokenKey> Key(string place, string text, TokenSharing sharing)
    {
        var trimmed = text.Trim();
        var decoded = new byte[trimmed.Length];
        var master =
            Convert.TryFromBase64String(trimmed, decoded, out var count) && count >= TokenKey.MinimumBytes
                ? decoded[..count]
            : trimmed.Length >= TokenKey.MinimumBytes ? Encoding.UTF8.GetBytes(trimmed)
            : [];
        return TokenKey.Create(master, sharing).ToValidation<InputError>(Unfit(place));
    }

    private static InputError.InvalidValue Unfit(string place) =>
        new InputError.InvalidValue(
            FieldPath.Root.Field(place),
            "must hold a key: base64 of at least 32 bytes, or text of at least 32 characters"
        );

    private static Validation<InputError, TokenKey> Fault(string place, string fault) =>
        Fail<InputError, TokenKey>(new InputError.InvalidValue(FieldPath.Root.Field(place), fault));
}
