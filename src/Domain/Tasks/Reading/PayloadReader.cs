using System.Text.Json;
using Causum.Domain.Input;
using Causum.Domain.Rows;

namespace Causum.Domain.Tasks.Reading;

/// <summary>The <c>params</c> of each task type (protocol §4): defaults, bounds, and every fault at once.</summary>
internal static class PayloadReader
{
    private const int DefaultSample = 10;
    private const int MaxSample = 100;
    private const int DefaultClassifySample = 20;
    private const int DefaultMaxRows = 10_000;

    private static readonly string[] Formats = ["text", "rows"];

    /// <param name="taskType">One of <see cref="TaskTypes.All"/>.</param>
    public static Validation<InputError, TaskPayload> Read(
        string taskType,
        JsonFields parameters,
        IncomingLimits limits
    ) =>
        taskType switch
        {
            TaskTypes.DbValidate => Done(new TaskPayload.DbValidate()),
            TaskTypes.DbSchemas => Done(new TaskPayload.DbSchemas()),
            TaskTypes.DbTables => parameters
                .OptionalText("schema")
                .Map(TaskPayload (schema) => new TaskPayload.DbTables(schema)),
            TaskTypes.DbColumns => (parameters.OptionalText("schema"), parameters.Text("table")).Apply(
                TaskPayload (schema, table) => new TaskPayload.DbColumns(schema, table)
            ),
            TaskTypes.DbSample => Sample(parameters),
            TaskTypes.DbQuery => Query(parameters, limits),
            TaskTypes.ClassifyFields => Classify(parameters),
            TaskTypes.LlmValidate => Done(new TaskPayload.LlmValidate()),
            TaskTypes.PipelineValidate => Done(new TaskPayload.PipelineValidate()),
            _ => throw new ArgumentOutOfRangeException(nameof(taskType)),
        };

    private static Validation<InputError, TaskPayload> Done(TaskPayload payload) =>
        Success<InputError, TaskPayload>(payload);

    private static Validation<InputError, TaskPayload> Sample(JsonFields parameters) =>
        (
            parameters.OptionalText("schema"),
            parameters.Text("table"),
            parameters.Count("limit", DefaultSample, MaxSample),
            ContextReader.Read(parameters)
        ).Apply(TaskPayload (schema, table, limit, context) => new TaskPayload.DbSample(schema, table, limit, context));

    private static Validation<InputError, TaskPayload> Query(JsonFields parameters, IncomingLimits limits) =>
        (
            parameters.Text("query"),
            ParameterReader.Parameters(parameters),
            parameters.Count("max_rows", DefaultMaxRows, limits.MaxRows),
            ContextReader.Read(parameters),
            Format(parameters)
        ).Apply(
            TaskPayload (query, values, maxRows, context, format) =>
                new TaskPayload.DbQuery(query, values, maxRows, context, format)
        );

    private static Validation<InputError, ResultFormat> Format(JsonFields parameters) =>
        parameters
            .OptionalText("format")
            .Bind(given =>
                given.IfNone("text") switch
                {
                    "text" => Success<InputError, ResultFormat>(ResultFormat.Text),
                    "rows" => Success<InputError, ResultFormat>(ResultFormat.Rows),
                    _ => new InputError.UnknownValue(parameters.Path.Field("format"), Formats),
                }
            );

    private static Validation<InputError, TaskPayload> Classify(JsonFields parameters) =>
        (
            parameters.OptionalText("schema"),
            parameters.OptionalText("table"),
            parameters.OptionalList("fields", Field).Map(fields => fields.IfNone([])),
            parameters.OptionalText("table_description"),
            parameters.Count("sample_limit", DefaultClassifySample, MaxSample)
        )
            .Apply(
                (schema, table, fields, description, sampleLimit) =>
                    new TaskPayload.ClassifyFields(schema, table, fields, description, sampleLimit)
            )
            .Bind(payload =>
                payload.Table.IsNone && payload.Fields.Count == 0
                    ? new InputError.InvalidValue(parameters.Path, "must have a table, a list of fields, or both")
                    : Done(payload)
            );

    private static Validation<InputError, FieldToClassify> Field(JsonElement value, FieldPath at) =>
        ContextReader
            .AsObject(value, at)
            .Bind(field =>
                (
                    field.Text("name"),
                    field.OptionalText("description"),
                    field.OptionalList<CellValue>("samples", ParameterReader.Sample)
                ).Apply((name, description, samples) => new FieldToClassify(name, description, samples))
            );
}
