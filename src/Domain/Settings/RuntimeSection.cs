using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Causum.Domain.Config;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>The <c>runtime:</c> part of the file: a config message's body, held to the rules of one and, being local, without any unknown key.</summary>
public static partial class RuntimeSection
{
    /// <summary>The part as a payload, for who applies it like one from the control plane.</summary>
    public static Validation<InputError, ReadOnlyMemory<byte>> Read(DocumentNode runtime, ConfigRules rules)
    {
        var payload = Payload(runtime);
        var parsed = ConfigParser.Parse(payload, rules);
        var faults = new Faults();
        parsed.Config.IfFail(errors =>
        {
            foreach (var error in errors)
                faults.Add(Placed(error, runtime));
        });
        foreach (var warning in parsed.Warnings)
            warning.KnownNames.IfSome(known =>
                faults.Invalid(Place(warning.Path, runtime), StrictMap.Unknown(LastName(warning.Path), known))
            );
        return faults.Or(() => payload);
    }

    private static ReadOnlyMemory<byte> Payload(DocumentNode runtime)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, runtime);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, DocumentNode node)
    {
        switch (node)
        {
            case DocumentNode.Mapping mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Key);
                    Write(json, entry.Value);
                }
                json.WriteEndObject();
                break;
            case DocumentNode.Sequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case DocumentNode.Scalar { IsNull: true }:
                json.WriteNullValue();
                break;
            case DocumentNode.Scalar { Quoted: false, Text: "true" or "True" or "TRUE" }:
                json.WriteBooleanValue(true);
                break;
            case DocumentNode.Scalar { Quoted: false, Text: "false" or "False" or "FALSE" }:
                json.WriteBooleanValue(false);
                break;
            case DocumentNode.Scalar { Quoted: false } scalar when Number().IsMatch(scalar.Text):
                json.WriteRawValue(scalar.Text);
                break;
            case DocumentNode.Scalar scalar:
                json.WriteStringValue(scalar.Text);
                break;
        }
    }

    /// <summary>The same fault where the person wrote it.</summary>
    private static InputError Placed(InputError error, DocumentNode runtime) =>
        error with
        {
            Path = Place(error.Path, runtime),
        };

    private static FieldPath Place(FieldPath path, DocumentNode runtime)
    {
        var line = runtime.Line;
        var node = Some(runtime);
        var place = FieldPath.Root.Field("runtime");
        foreach (var name in path.ToString().Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            place = place.Field(name);
            var entry = node.Bind(n =>
                n is DocumentNode.Mapping mapping
                    ? mapping.Entries.LastOrDefault(e => e.Key == name.Split('[')[0]) is { } found
                        ? Some(found)
                        : None
                    : Option<DocumentEntry>.None
            );
            entry.IfSome(e => line = e.Line);
            node = entry.Map(e => e.Value);
        }
        return place.OnLine(line);
    }

    private static string LastName(FieldPath path)
    {
        var text = path.ToString();
        return text[(text.LastIndexOf('.') + 1)..];
    }

    /// <summary>What is a number in JSON and in YAML.</summary>
    [GeneratedRegex(
        @"\A-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][+-]?[0-9]{1,3})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();
}
