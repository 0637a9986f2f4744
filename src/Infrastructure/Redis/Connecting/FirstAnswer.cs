namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>Of several places that are asked at once, the first that answers counts.</summary>
internal static class FirstAnswer
{
    /// <summary>Left: nobody answered; a fault that somebody can mend goes before one that may pass.</summary>
    public static async Task<Either<RedisFault, T>> OfAsync<T>(IEnumerable<Task<Either<RedisFault, T>>> asked)
    {
        var fault = RedisFault.Unreachable;
        await foreach (var task in Task.WhenEach(asked))
        {
            var answer = await task;
            if (answer.IsRight)
                return answer;
            answer.IfLeft(next => fault = fault.Kind == RedisFaultKind.Refused ? fault : next);
        }
        return fault;
    }
}
