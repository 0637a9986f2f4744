using System.Text.Json.Nodes;

namespace Causum.Soak;

/// <summary>Adds the tasks over the length of the run, in bursts of random size, so that instances are found idle and busy.</summary>
internal sealed class Feeder(SoakStreams streams, Random random, int tasks, TimeSpan length)
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    public int Added { get; private set; }

    public async Task RunAsync()
    {
        var began = DateTime.UtcNow;
        while (Added < tasks)
        {
            var due = Math.Min(tasks, (int)Math.Ceiling(tasks * ((DateTime.UtcNow - began) / length)));
            while (Added < due)
            {
                var burst = Math.Min(due - Added, MostAtOnce);
                await streams.AddTasksAsync(Added, Enumerable.Range(Added, burst).Select(Task));
                Added += burst;
            }
            await System.Threading.Tasks.Task.Delay(LongestPause * random.NextDouble());
        }
    }

    /// <summary>Mostly over at once, now and then some milliseconds of the database's time, rarely half a second, so that a freeze finds work in hand.</summary>
    private string Task(int number) =>
        random.Next(600) switch
        {
            < 10 => Query(number, 1_000_000),
            < 60 => Query(number, 20_000),
            < 180 => Message(number, "db_tables", []),
            _ => Query(number, 1),
        };

    private static string Query(int number, int steps) =>
        Message(
            number,
            "db_query",
            new JsonObject
            {
                ["query"] =
                    $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {steps}) SELECT max(i) AS last FROM n",
            }
        );

    private static string Message(int number, string type, JsonObject parameters) =>
        new JsonObject
        {
            ["type"] = "task",
            ["task_id"] = $"soak-{number}",
            ["task_type"] = type,
            ["params"] = parameters,
        }.ToJsonString();
}
