using System.Security.Cryptography;
using System.Text;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>
/// The master key of the tokens, at least <see cref="MinimumBytes"/> random bytes. It is never printed; instances compare its <see cref="Fingerprint"/>.
/// </summary>
public sealed class TokenKey
{
    public const int MinimumBytes = 32;

    private readonly byte[] master;

    private TokenKey(byte[] master, TokenSharing sharing)
    {
        this.master = master;
        Sharing = sharing;
        Fingerprint = Convert.ToHexStringLower(HMACSHA256.HashData(master, "fingerprint"u8)[..2]);
    }

    public TokenSharing Sharing { get; }

    /// <summary>Four hex digits, the same wherever the key is the same.</summary>
    public string Fingerprint { get; }

    /// <summary>Changes with the key and with the canonical form, because either changes the tokens.</summary>
    public string Version => $"{CanonicalForm.Version}-{Fingerprint}";

    /// <summary>None if there are too few bytes.</summary>
    public static Option<TokenKey> Create(ReadOnlySpan<byte> master, TokenSharing sharing) =>
        master.Length >= MinimumBytes ? new TokenKey(master.ToArray(), sharing) : None;

    /// <summary>A key as a person writes it: base64 of enough bytes, else a text of as many characters. None if it is too short.</summary>
    public static Option<TokenKey> Parse(string text, TokenSharing sharing)
    {
        var trimmed = text.Trim();
        var bytes = new byte[trimmed.Length];
        return Convert.TryFromBase64String(trimmed, bytes, out var written) && written >= MinimumBytes
            ? Create(bytes.AsSpan(0, written), sharing)
            : Create(trimmed.Length >= MinimumBytes ? Encoding.UTF8.GetBytes(trimmed) : [], sharing);
    }

    /// <summary>Equal values of one kind get equal tokens, equal digits of two kinds do not.</summary>
    internal byte[] OfKind(Kind kind) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            master,
            MinimumBytes,
            info: Encoding.ASCII.GetBytes("token/v1/" + kind.Prefix)
        );

    /// <summary>A key for one task alone: what the sender wrote into a query must not tell it the token of a stored value.</summary>
    public TokenKey ForTask(ReadOnlySpan<byte> nonce)
    {
        var derived = new byte[MinimumBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, derived, nonce, "task/v1"u8);
        return new TokenKey(derived, Sharing);
    }

    public override string ToString() => "***";
}
