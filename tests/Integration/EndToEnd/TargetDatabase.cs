using System.Text.Json.Nodes;

namespace Causum.Integration.EndToEnd;

/// <summary>A seeded database as a config names it: its section, and the secrets that the section refers to.</summary>
internal sealed record TargetDatabase(
    string Type,
    JsonObject Section,
    IReadOnlyDictionary<string, string> Secrets,
    string DefaultSchema
)
{
    /// <summary>A fresh copy, since a JSON node has one parent.</summary>
    public JsonObject Config => Section.DeepClone().AsObject();
}
