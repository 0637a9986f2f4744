using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Causum.Benchmarks.Harness;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;

namespace Causum.Benchmarks.Parts;

/// <summary>Masking against the bare hashes of the distinct values that it cannot do without.</summary>
internal sealed class MaskingPart : IPart
{
    private const int Distinct = 5_000;
    private const int Repeats = 4;

    public string Name => "masking";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await Task.Yield();
        yield return Compare("every value once", PeopleTable.Rows(Distinct));
        var once = PeopleTable.Rows(Distinct);
        yield return Compare(
            $"every value {Repeats.ToString(CultureInfo.InvariantCulture)} times",
            once with
            {
                Rows = [.. Enumerable.Repeat(once.Rows, Repeats).SelectMany(rows => rows)],
            }
        );
    }

    private static Figure Compare(string what, RowSet rows)
    {
        var treatments = PeopleTable.Treatments(rows);
        var values = rows.Rows.SelectMany(row => row.Select(cell => cell.ToText())).Distinct().ToArray();
        var key = new byte[TokenKey.MinimumBytes];
        var (bare, product) = Rounds.Seconds(
            () => Hash(key, values),
            () => Masker.Mask(rows, treatments, TokenLength.Default)
        );
        return Figure.AtLeast(
            $"{what}, {values.Length.ToString("#,0", CultureInfo.InvariantCulture)} distinct values",
            bare / product,
            0.5,
            "× bare HMAC-SHA256"
        );
    }

    private static void Hash(byte[] key, string[] values)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var value in values)
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value), hash);
    }
}
