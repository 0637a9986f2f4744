using System.Text.Json;
using Causum.Domain.Input;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Tasks.Reading;

/// <summary>The <c>context</c> of a query or sample: what the sender says of the tables.</summary>
internal static class ContextReader
{
    public static Validation<InputError, IReadOnlyList<TableContext>> Read(JsonFields parameters) =>
        parameters
            .OptionalObject("context")
            .Bind(given =>
                given.Match(
                    Some: context => context.OptionalList("tables", Table).Map(OrEmpty),
                    None: () => Success<InputError, IReadOnlyList<TableContext>>([])
                )
            );

    private static Validation<InputError, TableContext> Table(JsonElement value, FieldPath at) =>
        AsObject(value, at)
            .Bind(table =>
                (
                    table.Text("name"),
                    table.OptionalText("schema"),
                    table.OptionalText("description"),
                    table.OptionalList("fields", Field).Map(OrEmpty)
                ).Apply((name, schema, description, fields) => new TableContext(name, schema, description, fields))
            );

    private static Validation<InputError, FieldContext> Field(JsonElement value, FieldPath at) =>
        AsObject(value, at)
            .Bind(field =>
                (
                    field.Text("name"),
                    field.OptionalText("description"),
                    field.OptionalFlag("entity_id"),
                    field.OptionalFlag("sensitive")
                ).Apply(
                    (name, description, entityId, sensitive) => new FieldContext(name, description, entityId, sensitive)
                )
            );

    internal static Validation<InputError, JsonFields> AsObject(JsonElement value, FieldPath at) =>
        value.ValueKind == JsonValueKind.Object
            ? Success<InputError, JsonFields>(new JsonFields(value, at))
            : new InputError.InvalidType(at, "an object");

    private static IReadOnlyList<T> OrEmpty<T>(Option<IReadOnlyList<T>> given) => given.IfNone([]);
}
