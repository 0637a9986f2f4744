using Causum.Domain.Queue;

namespace Causum.Infrastructure.Redis;

/// <summary>What the queue needs besides a connection.</summary>
/// <param name="Instance">This process at the group: the consumer's name.</param>
/// <param name="ResultsMaxLength">None: results are never trimmed.</param>
internal sealed record RedisQueueOptions(
    StreamKeys Keys,
    string Instance,
    ClaimTiming Claims,
    Option<long> ResultsMaxLength
);
