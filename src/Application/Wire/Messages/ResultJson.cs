using System.Text.Json;
using Causum.Domain.Config;
using Causum.Domain.Sensitivity;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire.Messages;

/// <summary>The <c>result</c> of each task type (protocol §4); the forms that hold rows are in <see cref="RowsJson"/>.</summary>
internal static class ResultJson
{
    public static Unit Write(Utf8JsonWriter json, TaskResult result) =>
        result.Match(
            databaseValidated: r => Write(json, r),
            schemas: r => Write(json, r),
            tables: r => Write(json, r),
            columns: r => Write(json, r),
            rows: r => RowsJson.Write(json, r),
            text: r => RowsJson.Write(json, r),
            fields: r => Write(json, r),
            modelValidated: r => ValidationJson.Write(json, r),
            pipelineValidated: r => ValidationJson.Write(json, r)
        );

    private static Unit Write(Utf8JsonWriter json, TaskResult.DatabaseValidated result)
    {
        json.WriteBoolean("ok", true);
        json.WriteString("database_type", result.DatabaseType.WireName());
        json.WriteString("server_version", result.ServerVersion);
        json.WriteBoolean("read_only", result.ReadOnly);
        json.WriteNumber("latency_ms", result.LatencyMilliseconds);
        json.WriteTexts("warnings", result.Warnings);
        return unit;
    }

    private static Unit Write(Utf8JsonWriter json, TaskResult.Schemas result)
    {
        json.WriteTexts("schemas", result.Names);
        return unit;
    }

    private static Unit Write(Utf8JsonWriter json, TaskResult.Tables result)
    {
        json.WriteString("schema", result.Schema);
        json.WriteStartArray("tables");
        foreach (var table in result.Entries)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteName("kind", table.Kind);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return unit;
    }

    private static Unit Write(Utf8JsonWriter json, TaskResult.Columns result)
    {
        json.WriteString("schema", result.Schema);
        json.WriteString("table", result.Table);
        json.WriteStartArray("columns");
        foreach (var column in result.Entries)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("data_type", column.DataType);
            json.WriteBoolean("nullable", column.Nullable);
            json.WriteOrNull("default", column.Default);
            json.WriteNumber("ordinal", column.Ordinal);
            json.WriteBoolean("primary_key", column.PrimaryKey);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return unit;
    }

    private static Unit Write(Utf8JsonWriter json, TaskResult.Fields result)
    {
        json.WriteStartArray("fields");
        foreach (var field in result.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("classification", field.Classification.WireName());
            json.WriteOrNull("kind", field.Kind.Map(kind => kind.Name));
            json.WriteOrNull("token_prefix", field.Kind.Map(kind => kind.Prefix));
            json.WriteNumber("confidence", Math.Round(field.Confidence, 2));
            json.WriteString("source", field.Source.WireName());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return unit;
    }
}
