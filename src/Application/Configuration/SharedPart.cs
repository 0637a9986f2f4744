namespace Causum.Application.Configuration;

/// <summary>
/// An opened database or model that several workspaces may use at once: the one in force and those that running tasks hold on to. Closed when the last of
/// them lets go.
/// </summary>
internal sealed class SharedPart<T>(T value, PartKey key, Func<T, ValueTask> close) : ISharedPart
    where T : notnull
{
    private int users = 1;

    public T Value => value;

    public PartKey Key => key;

    public void Use() => Interlocked.Increment(ref users);

    public async ValueTask LetGoAsync()
    {
        if (Interlocked.Decrement(ref users) == 0)
            await close(value);
    }
}

internal interface ISharedPart
{
    /// <summary>Only while someone else uses it: a part that was closed does not come back.</summary>
    void Use();

    ValueTask LetGoAsync();
}
