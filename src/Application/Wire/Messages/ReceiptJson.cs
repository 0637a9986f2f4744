using System.Text.Json;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Sensitivity;

namespace Causum.Application.Wire.Messages;

/// <summary>The <c>receipt</c> of a desensitized result. There is none without a passed leak check, so it says so.</summary>
public static class ReceiptJson
{
    public static void Write(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject("receipt");
        json.WriteString("mode", receipt.Mode.WireName());
        json.WriteStartArray("fields");
        for (var index = 0; index < receipt.Fields.Count; index++)
            Write(json, index, receipt.Fields[index]);
        json.WriteEndArray();
        json.WriteNumber("masked_values", receipt.MaskedValues);
        json.WriteString("leak_check", "passed");
        json.WriteIfSome("model", receipt.Model);
        json.WriteString("rules_version", receipt.RulesVersion);
        json.WriteString("key_version", receipt.KeyVersion);
        json.WriteName("tokens", receipt.Tokens);
        json.WriteName("provenance", receipt.Provenance);
        json.WriteNumber("fallbacks", receipt.Fallbacks);
        json.WriteNumber("collisions", receipt.Collisions);
        json.WriteNumber("unchecked", receipt.Unchecked);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, int index, FieldVerdict field)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("name", field.Name);
        json.WriteString("classification", field.Classification.WireName());
        json.WriteOrNull("kind", field.Kind.Map(kind => kind.Name));
        json.WriteString("source", field.Source.WireName());
        json.WriteEndObject();
    }
}
