using Causum.Benchmarks.Harness;
using Causum.Benchmarks.Parts;

IPart[] parts =
[
    new GuardPart(),
    new RulesPart(),
    new LeakPart(),
    new MaskingPart(),
    new RowsPart(),
    new QueuePart(),
    new ProcessPart(),
    new ScalingPart(),
];
var asked = args.Length == 0 ? parts : [.. parts.Where(part => args.Contains(part.Name, StringComparer.Ordinal))];
if (asked.Length < args.Length)
{
    Console.Error.WriteLine($"There are the parts {string.Join(", ", parts.Select(part => part.Name))}.");
    return 2;
}
var report = new Report();
var isWithin = true;
Console.WriteLine($"{"part", -8} {"what", -68} {"measured", -70} {"bound", -20}");
foreach (var part in asked)
{
    var figures = new List<Figure>();
    await foreach (var figure in part.MeasureAsync())
    {
        Console.WriteLine(
            $"{part.Name, -8} {figure.What, -68} {figure.Measured, -70} {figure.Bound.IfNone(""), -20} {figure.Verdict}"
        );
        figures.Add(figure);
        isWithin &= figure.Within;
    }
    report.Replace(part, figures);
}
return isWithin ? 0 : 1;
