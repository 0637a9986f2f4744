using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>Tries at the start each command that the agent can do without, so that a missing right is named before it is needed.</summary>
internal sealed class RightsProbe(RedisQueueOptions options, ConnectionHealth health, ILogger logger)
{
    public async Task RunAsync(IDatabase database)
    {
        foreach (var (right, arguments) in OptionalRight.Probes(options))
        {
            try
            {
                await database.ExecuteAsync(right.Command, arguments);
            }
            catch (RedisServerException e) when (RedisFault.IsMissingRight(e))
            {
                health.Lacks(right, logger);
            }
            catch (RedisServerException)
            {
                // The command may be run; that there is nothing to run it on (no such script) does not matter.
            }
        }
    }
}
