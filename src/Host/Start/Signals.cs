using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Causum.Host.Start;

/// <summary>SIGTERM and SIGINT: the first asks for the drain, the second ends the process at once with 130 (protocol §3).</summary>
internal sealed class Signals(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private readonly CancellationTokenSource abort = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private int received;

    public CancellationToken Abort => abort.Token;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal));
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        abort.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref received) == 1)
        {
            application.StopApplication();
            return;
        }
        abort.Cancel();
        Environment.Exit(ExitCode.Interrupted);
    }
}
