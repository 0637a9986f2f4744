using System.Globalization;
using Causum.Soak;

// Arguments: minutes, seed. See scripts/soak.sh.
var minutes = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 10;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {minutes} minutes"));
await using var run = new SoakRun(seed, TimeSpan.FromMinutes(minutes));
var verdict = await run.RunAsync();
Console.WriteLine(verdict);
return verdict.Holds ? 0 : 1;
