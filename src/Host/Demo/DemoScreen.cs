using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Causum.Host.Demo;

/// <summary>Prints the demonstration for a person.</summary>
/// <param name="whole">Print messages to their last byte instead of what fits a line.</param>
internal sealed class DemoScreen(IAnsiConsole console, bool whole)
{
    /// <summary>What is the same in every message, or says only when and which, would hide what each one says.</summary>
    private static readonly string[] Routine =
    [
        "type",
        "schema_version",
        "agent_key",
        "instance_id",
        "timestamp",
        "task_id",
        "task_type",
        "message_id",
        "started_at",
        "completed_at",
        "duration_ms",
        "delivery_count",
    ];

    public void Heading(string text) => console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]").LeftJustified());

    public void Say(string text) => console.WriteLine(text);

    public void Wire(DemoLine line)
    {
        var head = $"{(line.Outgoing ? "control plane ──►" : "◄── agent        ")} {line.Stream, -9} {line.Type} ";
        var colour = line.Outgoing ? "blue" : "green";
        if (whole)
        {
            console.MarkupLine($"[{colour}]{Markup.Escape(head)}[/]");
            console.WriteLine(line.Json);
            return;
        }
        var json = Telling(line.Json);
        var room = Math.Max(20, console.Profile.Width - head.Length);
        var shown = json.Length <= room ? json : $"{json[..(room - 1)]}…";
        console.MarkupLine($"[{colour}]{Markup.Escape(head)}[/][grey]{Markup.Escape(shown)}[/]");
    }

    /// <summary>The same records as they stand in the database and as they left.</summary>
    public void BeforeAndAfter(
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<string>> before,
        JsonObject result
    )
    {
        var after = result["rows"]!.AsArray();
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("field", "in your database", "what left");
        for (var row = 0; row < before.Count; row++)
        {
            if (row > 0)
                table.AddEmptyRow();
            for (var column = 0; column < columns.Count; column++)
            {
                var left = CellText.Of(after[row]![column]);
                table.AddRow(
                    Markup.Escape(columns[column]),
                    Markup.Escape(before[row][column]),
                    left == before[row][column] ? $"[grey]{Markup.Escape(left)}[/]" : $"[bold]{Markup.Escape(left)}[/]"
                );
            }
        }
        console.Write(table);
    }

    public void Receipt(JsonObject result)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("field", "classification", "kind", "decided by");
        foreach (var field in result["receipt"]!["fields"]!.AsArray())
            table.AddRow(
                Markup.Escape((string?)field!["name"] ?? ""),
                (string?)field["classification"] ?? "",
                (string?)field["kind"] ?? "",
                (string?)field["source"] ?? ""
            );
        console.Write(table);
    }

    public void Refused(string what, JsonObject answer)
    {
        var error = answer["error"]!;
        var category = (string?)error["category"] is { } known ? $" ({known})" : "";
        console.MarkupLine($"[red]refused[/]  {Markup.Escape(what)}");
        console.MarkupLine(
            $"         [bold]{Markup.Escape((string?)error["code"] ?? "")}[/]{Markup.Escape(category)}: {Markup.Escape((string?)error["message"] ?? "")}"
        );
    }

    private static string Telling(string json)
    {
        var message = JsonNode.Parse(json)!.AsObject();
        var task = message["type"]?.GetValue<string>() == "task" ? $"{message["task_type"]} " : "";
        foreach (var field in Routine)
            message.Remove(field);
        return task + message.ToJsonString(Readable);
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
