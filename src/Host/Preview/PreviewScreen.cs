using System.Globalization;
using System.Text.Json;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Spectre.Console;

namespace Causum.Host.Preview;

/// <summary>What a reviewer sees: the verdict on each column and why, the rows before and after, the text, the receipt.</summary>
internal sealed class PreviewScreen(IAnsiConsole console, bool showOriginal)
{
    private const string Hidden = "•••";
    private const int LongestCell = 60;
    private const int LongestText = 2000;

    public void Show(TablePreview preview)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Plain(preview.Table.Name)}[/]").LeftJustified());
        // Titles stand above, not in, what they name: a narrow table would break them.
        Heading("What is known of each column");
        console.Write(Columns(preview));
        Heading(showOriginal ? "Before → what would leave" : $"What would leave ({Hidden} → replaced)");
        console.Write(Rows(preview));
        console.MarkupLine($"[dim]{Extent(preview)}[/]");
        Heading("As text, the form a query answers with by default");
        console.Write(new Panel(new Text(Shortened(preview.Text.Content, LongestText))));
        Heading("The receipt");
        console.Write(Receipt(preview));
    }

    private void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{text}[/]");
    }

    private static string Extent(TablePreview preview) =>
        (preview.Leaving.Count, preview.Rows.Truncated) switch
        {
            (0, _) => "no rows",
            (1, false) => "the only row",
            (1, true) => "the first row; there are more",
            (var count, false) => $"all {count} rows",
            (var count, true) => $"the first {count} rows; there are more",
        };

    private static Table Columns(TablePreview preview)
    {
        var table = new Table().RoundedBorder();
        foreach (var heading in (string[])["column", "type", "verdict", "kind", "token", "by", "sure", "why"])
            table.AddColumn(heading);
        for (var i = 0; i < preview.Verdicts.Count; i++)
        {
            var verdict = preview.Verdicts[i];
            table.AddRow(
                Plain(verdict.Name),
                Plain(preview.Table.Rows.Columns[i].DatabaseType),
                Coloured(verdict.Classification),
                verdict.Kind.Map(k => k.Name).IfNone("–"),
                verdict.Kind.Map(k => k.Prefix + "_").IfNone("–"),
                verdict.Source.WireName(),
                verdict.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
                Plain(verdict.Why)
            );
        }
        return table;
    }

    private Table Rows(TablePreview preview)
    {
        var count = preview.Leaving.Count;
        var table = new Table().RoundedBorder();
        foreach (var column in preview.Table.Rows.Columns)
            table.AddColumn(new TableColumn(Plain(column.Name)));
        for (var row = 0; row < count; row++)
            table.AddRow([.. preview.Leaving[row].Select((after, i) => Cell(preview.Table.Rows.Rows[row][i], after))]);
        return table;
    }

    private string Cell(CellValue before, JsonElement after)
    {
        var leaving = Text(after);
        var same = before.IsNull ? after.ValueKind == JsonValueKind.Null : Text(Json(before)) == leaving;
        return same
            ? Plain(Shortened(leaving, LongestCell))
            : $"[red]{(showOriginal ? Plain(Shortened(before.ToText(), LongestCell)) : Hidden)}[/] → [green]{Plain(Shortened(leaving, LongestCell))}[/]";
    }

    private static Grid Receipt(TablePreview preview)
    {
        var receipt = preview.Receipt;
        var grid = new Grid().AddColumn().AddColumn();
        void Line(string name, string value) => grid.AddRow($"[bold]{name}[/]", Plain(value));
        Line("mode", Domain.Config.DataModes.WireName(receipt.Mode));
        receipt.Model.Iter(model => Line("model", model));
        Line("masked values", receipt.MaskedValues.ToString(CultureInfo.InvariantCulture));
        Line("leak check", $"passed ({receipt.Unchecked} values too short or too common to search for)");
        Line("fallbacks", receipt.Fallbacks.ToString(CultureInfo.InvariantCulture));
        Line(
            "tokens",
            $"{receipt.Tokens.ToString().ToLowerInvariant()}, key {receipt.KeyVersion}, {receipt.Collisions} collisions"
        );
        Line("provenance", receipt.Provenance.ToString().ToLowerInvariant());
        Line("rules", receipt.RulesVersion);
        return grid;
    }

    private static string Coloured(Classification classification) =>
        classification switch
        {
            Classification.Sensitive => "[red]sensitive[/]",
            Classification.Scan => "[yellow]scan[/]",
            Classification.EntityId => "[blue]entity_id[/]",
            Classification.Safe => "[green]safe[/]",
        };

    private static JsonElement Json(CellValue cell)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            cell.WriteJson(writer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static string Text(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.Null => "NULL",
            JsonValueKind.String => cell.GetString() ?? "",
            _ => cell.GetRawText(),
        };

    private static string Shortened(string text, int length) =>
        text.Length <= length ? text : text[..(length - 1)] + "…";

    /// <summary>Data must not be able to steer the terminal.</summary>
    private static string Plain(string text) =>
        Markup.Escape(string.Concat(text.Select(c => char.IsControl(c) ? '·' : c)));
}
