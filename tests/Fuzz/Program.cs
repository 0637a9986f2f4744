using System.Globalization;
using Causum.Fuzz;

// Arguments: minutes, seed, folder for the finds. See scripts/fuzz.sh.
var minutes = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 10;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
var folder = args.Length > 2 ? args[2] : Path.Combine("artifacts", "fuzz");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {minutes} minutes"));

var run = new LongRun(seed, TimeSpan.FromMinutes(minutes));
var finds = await run.RunAsync();
foreach (var dialect in finds.GroupBy(f => f.Dialect))
{
    Directory.CreateDirectory(folder);
    var file = Path.Combine(folder, $"{dialect.Key.ToString().ToLowerInvariant()}.jsonl");
    await File.AppendAllLinesAsync(file, dialect.Select(f => f.AsCase()));
    Console.WriteLine(
        $"{dialect.Count()} finds kept in {file}; those that are right belong into tests/Properties/Sql/Cases"
    );
}
return finds.Count == 0 ? 0 : 1;
