using Causum.Domain.Desensitization;

namespace Causum.Application.Desensitization;

/// <summary>
/// What a model said of base table columns, so that the same table is not asked about again and again. The oldest unused entries go first. It holds words of
/// verdicts only, no names of values; rules and hints are applied anew on every result.
/// </summary>
internal sealed class VerdictCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Opinion Opinion)>> entries = new(
        StringComparer.Ordinal
    );
    private readonly LinkedList<(string Key, Opinion Opinion)> byUse = new();

    internal Option<Opinion> Find(string key)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var node))
                return None;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Opinion;
        }
    }

    internal void Keep(string key, Opinion opinion)
    {
        lock (gate)
        {
            if (entries.Remove(key, out var old))
                byUse.Remove(old);
            entries[key] = byUse.AddFirst((key, opinion));
            if (entries.Count <= capacity)
                return;
            entries.Remove(byUse.Last!.Value.Key);
            byUse.RemoveLast();
        }
    }
}

/// <param name="MayClear">The reply it stood in was valid as a whole and its canaries were right.</param>
internal readonly record struct Opinion(ModelVerdict Verdict, bool MayClear)
{
    internal static readonly Opinion None;
}
