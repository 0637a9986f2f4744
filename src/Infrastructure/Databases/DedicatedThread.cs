namespace Causum.Infrastructure.Databases;

/// <summary>For drivers that block the calling thread until a row is there: a thread of its own, so that the pool's stay free.</summary>
internal static class DedicatedThread
{
    /// <summary>The work's awaits complete at once in such drivers, so that all of it runs on the new thread.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task
            .Factory.StartNew(
                work,
                CancellationToken.None,
                TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default
            )
            .Unwrap();
}
