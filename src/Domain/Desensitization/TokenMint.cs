using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>
/// Makes the tokens of one result: one hash for each distinct value. Two values whose short tokens are equal both get the long form, so what was printed
/// before the clash was seen has to be printed again: see <see cref="Settled"/>.
/// </summary>
internal sealed class TokenMint(TokenLength length)
{
    private readonly record struct Stamp(string Short, UInt128 Digest, string Hex);

    private readonly Dictionary<(TokenKey, Kind), byte[]> kindKeys = [];
    private readonly Dictionary<(TokenKey Key, Kind Kind, CellKind Form, string Raw), Stamp> stamps = [];
    private readonly Dictionary<string, UInt128> owners = new(StringComparer.Ordinal);
    private readonly System.Collections.Generic.HashSet<string> clashed = new(StringComparer.Ordinal);
    private bool clashSinceAsked;

    /// <summary>Distinct values that needed the long form.</summary>
    internal int Collisions =>
        clashed.Count == 0
            ? 0
            : stamps.Values.Where(s => clashed.Contains(s.Short)).Select(s => s.Digest).Distinct().Count();

    internal string Mint(TokenKey key, Kind kind, CellValue cell)
    {
        var raw = cell.ToText();
        var form = cell.Kind == CellKind.Text ? CellKind.Text : CanonicalForm.Group(cell.Kind);
        ref var stamp = ref CollectionsMarshal.GetValueRefOrAddDefault(stamps, (key, kind, form, raw), out var known);
        if (!known)
            stamp = Strike(key, kind, cell, raw);
        return clashed.Contains(stamp.Short) ? $"{kind.Prefix}_{stamp.Hex}" : stamp.Short;
    }

    /// <summary>True if no clash was found since the last call: everything printed since then stands.</summary>
    internal bool Settled()
    {
        var settled = !clashSinceAsked;
        clashSinceAsked = false;
        return settled;
    }

    private Stamp Strike(TokenKey key, Kind kind, CellValue cell, string raw)
    {
        ref var kindKey = ref CollectionsMarshal.GetValueRefOrAddDefault(kindKeys, (key, kind), out _);
        kindKey ??= key.OfKind(kind);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(kindKey, CanonicalForm.Bytes(kind, cell, raw), hash);
        var hex = Convert.ToHexStringLower(hash[..(TokenLength.Longest / 2)]);
        var digest = MemoryMarshal.Read<UInt128>(hash);
        var shortForm = $"{kind.Prefix}_{hex.AsSpan(0, length.Digits)}";
        if (!owners.TryAdd(shortForm, digest) && owners[shortForm] != digest && clashed.Add(shortForm))
            clashSinceAsked = true;
        return new Stamp(shortForm, digest, hex);
    }
}
