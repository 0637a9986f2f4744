using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Causum.Integration.Support;

namespace Causum.Benchmarks.Harness;

/// <summary>The section of each part in docs/performance.md; a part that is measured again replaces its own and leaves the others.</summary>
internal sealed class Report
{
    private const string SectionMark = "\n## ";
    private readonly string file = RepositoryFiles.Path("docs", "performance.md");

    public void Replace(IPart part, IReadOnlyList<Figure> figures)
    {
        var text = File.ReadAllText(file);
        var start = text.IndexOf($"{SectionMark}{part.Name}\n", StringComparison.Ordinal);
        var section = Section(part, figures);
        if (start < 0)
        {
            File.WriteAllText(file, text + section);
            return;
        }
        var end = text.IndexOf(SectionMark, start + 1, StringComparison.Ordinal);
        File.WriteAllText(file, text[..start] + section + (end < 0 ? "" : text[end..]));
    }

    private static string Section(IPart part, IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder(
            $"{SectionMark}{part.Name}\n{Machine()}\n\n| what | measured | bound | |\n| --- | --- | --- | --- |\n"
        );
        foreach (var figure in figures)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.What} | {figure.Measured} | {figure.Bound.IfNone("–")} | {figure.Verdict} |\n"
            );
        return text.ToString();
    }

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1]
            .Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[1];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores ({model}), {memory} GiB, {RuntimeInformation.FrameworkDescription}, load average over five minutes {load}."
        );
    }
}
