using System.Text.Json.Nodes;
using Spectre.Console;

namespace Causum.Host.TaskRun;

/// <summary>Shows a task_result to a person: rows and lists as tables, text as text, an error with what to do next.</summary>
internal static class TaskAnswerView
{
    public static void Show(IAnsiConsole console, JsonObject answer)
    {
        if ((string?)answer["status"] == "success")
            ShowResult(console, answer["result"]!.AsObject());
        else
            ShowError(console, answer["error"]!.AsObject());
        console.MarkupLine(
            $"[grey]{Markup.Escape((string?)answer["task_type"] ?? "task")} by {Markup.Escape((string?)answer["instance_id"] ?? "?")} in {answer["duration_ms"]} ms[/]"
        );
    }

    private static void ShowResult(IAnsiConsole console, JsonObject result)
    {
        switch ((string?)result["format"])
        {
            case "rows":
                ShowRows(console, result);
                break;
            case "text":
                console.WriteLine((string?)result["text"] ?? "");
                break;
            default:
                ShowFields(console, result);
                break;
        }
    }

    private static void ShowRows(IAnsiConsole console, JsonObject result)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in result["columns"]!.AsArray())
            table.AddColumn(Markup.Escape((string?)column!["name"] ?? ""));
        foreach (var row in result["rows"]!.AsArray())
            table.AddRow([.. row!.AsArray().Select(cell => Markup.Escape(CellText.Of(cell)))]);
        console.Write(table);
        var more = (bool?)result["truncated"] == true ? ", there are more" : "";
        console.MarkupLine($"[grey]{result["row_count"]} rows{more}[/]");
    }

    /// <summary>Lists of objects become tables, everything else a line each.</summary>
    private static void ShowFields(IAnsiConsole console, JsonObject result)
    {
        foreach (var (name, value) in result)
        {
            if (value is JsonArray { Count: > 0 } list && list.All(item => item is JsonObject))
                ShowObjects(console, list);
            else if (value is JsonArray names)
                console.WriteLine($"{name}: {string.Join(", ", names.Select(CellText.Of))}");
            else
                console.WriteLine($"{name}: {CellText.Of(value)}");
        }
    }

    private static void ShowObjects(IAnsiConsole console, JsonArray list)
    {
        var table = new Table().Border(TableBorder.Simple);
        var names = list[0]!.AsObject().Select(field => field.Key).ToList();
        foreach (var name in names)
            table.AddColumn(Markup.Escape(name));
        foreach (var item in list)
            table.AddRow([.. names.Select(name => Markup.Escape(CellText.Of(item![name])))]);
        console.Write(table);
    }

    private static void ShowError(IAnsiConsole console, JsonObject error)
    {
        var category = (string?)error["category"] is { } text ? $" ({text})" : "";
        console.MarkupLine(
            $"[red]{Markup.Escape((string?)error["code"] + category)}[/]: {Markup.Escape((string?)error["message"] ?? "")}"
        );
        if ((string?)error["next_steps"] is { } next)
            console.WriteLine(next);
    }
}
