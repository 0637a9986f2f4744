using Causum.Application.Wire;
using Causum.Integration.Support;

namespace Causum.Integration.Wire;

/// <summary>
/// The bytes that version 1 puts on the wire. Goldens of messages that were released are never edited: a change of them is a change of the protocol.
/// </summary>
public sealed class GoldenMessageTests
{
    private static readonly string Folder = RepositoryFiles.Path("tests", "Integration", "Wire", "Golden");

    public static TheoryData<string> Names => [.. WireSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_written_byte_for_byte_as_before(string name)
    {
        var golden = Path.Combine(Folder, $"{name}.v1.json");
        var written = Write(name).Data.ToArray();
        if (!File.Exists(golden))
        {
            File.WriteAllBytes(golden, written);
            Assert.Fail($"{golden} was missing and is written now: read it, then commit it.");
        }
        Assert.Equal(File.ReadAllBytes(golden), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_satisfies_its_schema(string name) => SchemaCheck.Validate(Write(name).Type, Write(name).Data);

    [Fact]
    public void Every_golden_file_has_its_message() =>
        Assert.Equal(
            WireSamples.All.Keys.Select(name => $"{name}.v1.json").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

    private static EncodedMessage Write(string name) =>
        MessageWriter.Write(WireSamples.All[name], WireSamples.Envelope, long.MaxValue);
}
