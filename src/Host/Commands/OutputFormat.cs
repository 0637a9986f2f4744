using System.CommandLine;

namespace Causum.Host.Commands;

/// <summary>The <c>--format</c> option of commands that read something.</summary>
internal static class OutputFormat
{
    public static TextOption Option(string standard = "text", params string[] others)
    {
        var option = new TextOption("--format")
        {
            Description = "Form of the output",
            DefaultValueFactory = _ => standard,
        };
        option.AcceptOnlyFromAmong(others.Length == 0 ? [standard, "json"] : [standard, .. others]);
        return option;
    }

    public static bool IsJson(ParseResult parsed, TextOption format) => parsed.GetValue(format) == "json";
}
