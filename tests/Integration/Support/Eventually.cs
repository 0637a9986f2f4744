using System.Diagnostics;

namespace Causum.Integration.Support;

/// <summary>Waits for a condition of another process or thread, with a deadline.</summary>
public static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static Task HoldsAsync(Func<Task<bool>> condition, string what) => HoldsAsync(condition, what, Deadline);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan deadline)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < deadline, $"Not within {deadline.TotalSeconds} s: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public static Task HoldsAsync(Func<bool> condition, string what) =>
        HoldsAsync(() => Task.FromResult(condition()), what);

    /// <summary>Awaits with the deadline.</summary>
    public static async Task<T> InTimeAsync<T>(Task<T> task) => await task.WaitAsync(Deadline);

    public static async Task InTimeAsync(Task task) => await task.WaitAsync(Deadline);
}
