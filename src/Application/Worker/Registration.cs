using System.Threading.Channels;
using Causum.Application.Configuration;
using Causum.Application.Ports;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>Makes the instance known and asks for a config, again and again until each is answered (protocol §3, §9); anew when the streams were lost.</summary>
internal sealed class Registration(
    ITaskQueue queue,
    Outbox outbox,
    AgentMessage.InstanceRegister self,
    Configurator configurator,
    IntakeGate gate,
    TimeProvider time,
    ILogger logger
)
{
    private readonly Channel<bool> acks = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> configs = Channel.CreateUnbounded<bool>();

    public void Acknowledged(IncomingMessage.RegisterAck ack)
    {
        if (ack.Accepted)
            WorkerLog.Accepted(logger);
        else
            WorkerLog.NotAccepted(logger);
        gate.Accepted(ack.Accepted);
        acks.Writer.TryWrite(ack.Accepted);
    }

    public void ConfigReceived() => configs.Writer.TryWrite(true);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var reason = ConfigRequestReason.Startup; ; reason = ConfigRequestReason.Reload)
        {
            await outbox.SendAsync(self, cancellationToken);
            await RequestConfigAsync(reason, cancellationToken);
            await outbox.SendAsync(
                new AgentMessage.BacklogReport(await queue.BacklogAsync(cancellationToken)),
                cancellationToken
            );
            using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var repeats = Task.WhenAll(
                RepeatAsync(acks.Reader, ct => outbox.SendAsync(self, ct), round.Token),
                RepeatAsync(configs.Reader, ct => RequestConfigAsync(ConfigRequestReason.Retry, ct), round.Token)
            );
            var lost = queue.LostAsync(round.Token);
            await await Task.WhenAny(lost, repeats);
            await round.CancelAsync();
            await repeats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task RequestConfigAsync(ConfigRequestReason reason, CancellationToken cancellationToken) =>
        outbox.SendAsync(
            new AgentMessage.ConfigRequest(reason, configurator.Current.Bind(workspace => workspace.Config.ConfigId)),
            cancellationToken
        );

    /// <summary>Publishes again until there is a good answer; one that refuses is asked again at the longest pause.</summary>
    private async Task RepeatAsync(
        ChannelReader<bool> answers,
        Func<CancellationToken, Task> publish,
        CancellationToken cancellationToken
    )
    {
        var published = 1;
        var pause = RegistrationRetry.After(published);
        while (true)
        {
            var answer = await AnswerAsync(answers, pause, cancellationToken);
            if (answer.IsNone)
            {
                await publish(cancellationToken);
                published++;
            }
            pause = answer.Match(
                good => good ? Timeout.InfiniteTimeSpan : RegistrationRetry.Longest,
                () => gate.Refused ? RegistrationRetry.Longest : RegistrationRetry.After(published)
            );
        }
    }

    private async Task<Option<bool>> AnswerAsync(
        ChannelReader<bool> answers,
        TimeSpan pause,
        CancellationToken cancellationToken
    )
    {
        using var clock = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            return await answers.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return None;
        }
    }
}
