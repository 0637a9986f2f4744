using System.Security.Cryptography;
using System.Text;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Domain.Config;
using Causum.Domain.Input;
using Causum.Domain.Messages;
using Causum.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Configuration;

/// <summary>
/// Holds the configuration in force and its opened parts. A static fault refuses a configuration and leaves the one in force untouched; a part that is only
/// unreachable (a missing secret, a store that is down) is tried again in the background until it is there. Parts that a new configuration does not change
/// stay open; replaced ones are closed when the last task that uses them has ended.
/// </summary>
public sealed class Configurator : IAsyncDisposable
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    private readonly PartOpener opener;
    private readonly PartCheck check;
    private readonly IStateStore state;
    private readonly LocalPolicy policy;
    private readonly FileConfiguration file;
    private readonly TimeProvider time;
    private readonly ILogger<Configurator> logger;
    private readonly string cacheName;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock swap = new();
    private readonly CancellationTokenSource closing = new();
    private Option<InForce> inForce;
    private CancellationTokenSource healing = new();
    private Task healed = Task.CompletedTask;

    public Configurator(
        IEnumerable<IDatabaseConnector> databases,
        ILanguageModelConnector models,
        IEnumerable<ISecretProvider> secrets,
        IStateStore state,
        LocalPolicy policy,
        AgentSettings settings,
        FileConfiguration file,
        TimeProvider time,
        ILogger<Configurator> logger
    )
    {
        opener = new PartOpener(databases, models, secrets, policy, settings, time);
        check = new PartCheck(time);
        this.state = state;
        this.policy = policy;
        this.file = file;
        this.time = time;
        this.logger = logger;
        // Instances with several keys may share a state directory; a cached configuration is for its own key only.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings.AgentKey)));
        cacheName = $"config-{key[..16]}.json";
    }

    /// <summary>The workspace in force, to look at. Who works with its parts takes a <see cref="Lease"/>.</summary>
    public Option<Workspace> Current => Held.Map(held => held.Workspace);

    private Option<InForce> Held
    {
        get
        {
            lock (swap)
                return inForce;
        }
    }

    /// <summary>The workspace in force with its parts kept open until the lease ends. None: no configuration yet.</summary>
    public Option<WorkspaceLease> Lease()
    {
        lock (swap)
        {
            return inForce.Map(held =>
            {
                foreach (var part in held.Parts)
                    part.Use();
                return new WorkspaceLease(held.Workspace, held.Parts);
            });
        }
    }

    /// <summary>Validates, reads secrets, opens parts, swaps. One from the control plane is kept for the next start.</summary>
    /// <param name="payload">The whole message or the <c>runtime:</c> part of the file.</param>
    public async Task<AgentMessage.ConfigApplied> ApplyAsync(
        ReadOnlyMemory<byte> payload,
        ConfigSource source,
        CancellationToken cancellationToken
    )
    {
        var parsed = ConfigParser.Parse(payload, opener.Rules);
        var errors = await parsed.Config.Match(
            Succ: config => PutInForceAsync(config, cancellationToken),
            Fail: found => Task.FromResult<IReadOnlyList<InputError>>([.. found])
        );
        return errors.Count == 0 ? Applied(parsed, source, payload) : Rejected(parsed, source, errors);
    }

    /// <summary>The file's configuration, else the last one of the control plane. None: neither is there.</summary>
    public async Task<Option<AgentMessage.ConfigApplied>> RestoreAsync(CancellationToken cancellationToken)
    {
        if (file.Payload.Case is ReadOnlyMemory<byte> own)
            return await ApplyAsync(own, ConfigSource.File, cancellationToken);
        if (state.Read(cacheName).Case is byte[] cached)
            return await ApplyAsync(cached, ConfigSource.Cache, cancellationToken);
        return None;
    }

    /// <summary>What is known without asking, for heartbeats.</summary>
    public ComponentStates States(ComponentState redis) => check.Known(redis);

    /// <summary>Reads the secrets again, opens what was missing, and asks database and model live.</summary>
    public async Task<ComponentStates> CheckAsync(ComponentState redis, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Held.Case is InForce held)
                await ReconcileAsync(held, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
        if (Lease().Case is WorkspaceLease lease)
        {
            await using (lease)
                await check.AskAsync(lease.Workspace, cancellationToken);
        }
        return check.Known(redis);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await healed;
        await ReplaceAsync(None);
        healing.Dispose();
        closing.Dispose();
        gate.Dispose();
    }

    private async Task<IReadOnlyList<InputError>> PutInForceAsync(
        AgentConfig asked,
        CancellationToken cancellationToken
    )
    {
        var config = asked with { Mode = policy.Tighten(asked.Mode) };
        var refused = opener.Refusals(config, _ => None);
        if (refused.Count > 0)
            return refused;
        await gate.WaitAsync(cancellationToken);
        try
        {
            var readings = await opener.ReadAsync(config, cancellationToken);
            refused = opener.Refusals(config, readings.Value);
            if (refused.Count > 0)
                return refused;
            var next = opener.Open(config, readings, Held);
            var faults = StaticFaults(next);
            if (faults.Count > 0)
            {
                await next.LetGoAsync();
                return faults;
            }
            await ReplaceAsync(next);
            await HealAsync(next);
            return [];
        }
        finally
        {
            gate.Release();
        }
    }

    private AgentMessage.ConfigApplied Applied(ParsedConfig parsed, ConfigSource source, ReadOnlyMemory<byte> payload)
    {
        var mode = parsed.Config.Map(config => config.Mode).IfFail(DataMode.Blocked);
        var effective = policy.Tighten(mode);
        var warnings = parsed.Warnings.Select(warning => warning.ToString()).ToList();
        if (mode != effective)
            warnings.Add("data.passthrough: denied by the local policy, rows are blocked");
        foreach (var warning in warnings)
            ConfiguratorLog.Warning(logger, warning);
        var (id, name) = (parsed.ConfigId.IfNone("-"), effective.WireName());
        ConfiguratorLog.Applied(logger, id, source, name, warnings.Count);
        if (source == ConfigSource.ControlPlane && !state.Write(cacheName, payload.Span))
            ConfiguratorLog.NotCached(logger, state.Location);
        return new AgentMessage.ConfigApplied(parsed.ConfigId, source, effective, [], warnings);
    }

    private AgentMessage.ConfigApplied Rejected(
        ParsedConfig parsed,
        ConfigSource source,
        IReadOnlyList<InputError> errors
    )
    {
        if (logger.IsEnabled(LogLevel.Error))
            ConfiguratorLog.Rejected(logger, parsed.ConfigId.IfNone("-"), source, string.Join("; ", errors));
        return new AgentMessage.ConfigApplied(
            parsed.ConfigId,
            source,
            None,
            errors,
            [.. parsed.Warnings.Select(warning => warning.ToString())]
        );
    }

    /// <summary>What an adapter found wrong before any network call; the same fault would be found at every try.</summary>
    private static IReadOnlyList<InputError> StaticFaults(InForce next) =>
        [
            .. next
                .Missing.Where(missing => missing.Reason.Code == "configuration_error")
                .Select(missing => new InputError.InvalidValue(
                    Place(next.Config, missing.Part),
                    missing.Reason.Message
                )),
        ];

    private static FieldPath Place(AgentConfig config, string part) =>
        part == "database" && config.Database.Exists(database => database.AuthType == "local_file")
            ? FieldPath.Root.Field(part).Field("path")
            : FieldPath.Root.Field(part);

    private async Task ReplaceAsync(Option<InForce> next)
    {
        Option<InForce> previous;
        lock (swap)
        {
            previous = inForce;
            inForce = next;
        }
        next.IfSome(check.Opened);
        if (previous.Case is InForce old)
            await old.LetGoAsync();
    }

    private async Task ReconcileAsync(InForce held, CancellationToken cancellationToken)
    {
        var readings = await opener.ReadAsync(held.Config, cancellationToken);
        var next = opener.Open(held.Config, readings, held);
        foreach (var (part, _) in held.Missing.ExceptBy(next.Missing.Select(m => m.Part), m => m.Part))
            ConfiguratorLog.PartBack(logger, part);
        await ReplaceAsync(next);
    }

    /// <summary>Called inside the gate. The try of an older configuration ends here.</summary>
    private async Task HealAsync(InForce next)
    {
        await healing.CancelAsync();
        healing.Dispose();
        healing = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        if (next.Missing.Count > 0)
            healed = RetryAsync(healing.Token);
    }

    private async Task RetryAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var delay = FirstRetry; ; delay = delay * 2 < LongestRetry ? delay * 2 : LongestRetry)
            {
                var missing = Held.Match(held => held.Missing, () => []);
                if (missing.Count == 0)
                    return;
                foreach (var (part, reason) in missing)
                    ConfiguratorLog.PartMissing(logger, part, reason.Code, reason.Message, delay.TotalSeconds);
                await Task.Delay(delay, time, cancellationToken);
                await gate.WaitAsync(cancellationToken);
                try
                {
                    if (Held.Case is InForce held)
                        await ReconcileAsync(held, cancellationToken);
                }
                finally
                {
                    gate.Release();
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer configuration or the end of the agent.
        }
    }
}
