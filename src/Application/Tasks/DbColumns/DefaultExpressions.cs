using System.Text;
using Causum.Domain.Sensitivity;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks.DbColumns;

/// <summary>
/// A default expression is text that somebody wrote and may hold a value (<c>'ann@example.org'</c>). What the scanner finds is replaced by a mark of its kind:
/// a catalog needs no joinable token.
/// </summary>
internal static class DefaultExpressions
{
    public static TaskResult.Columns Mask(TaskResult.Columns columns) =>
        columns with
        {
            Entries =
            [
                .. columns.Entries.Select(column =>
                    column with
                    {
                        Default = column.Default.Map(text => Mask(text, TextScanner.Find(text, column.Name))),
                    }
                ),
            ],
        };

    private static string Mask(string text, IReadOnlyList<FoundSpan> spans)
    {
        if (spans.Count == 0)
            return text;
        var masked = new StringBuilder(text.Length);
        var end = 0;
        foreach (var span in spans)
        {
            masked.Append(text, end, span.Start - end).Append(span.Kind.Prefix).Append("_suppressed");
            end = span.Start + span.Length;
        }
        return masked.Append(text, end, text.Length - end).ToString();
    }
}
