using Causum.Application.Tasks;

namespace Causum.Application.Configuration;

/// <summary>Keeps the parts of a workspace open until it is disposed, whatever configuration comes meanwhile. One for each running task.</summary>
public sealed class WorkspaceLease : IAsyncDisposable
{
    private readonly IReadOnlyList<ISharedPart> parts;
    private int released;

    internal WorkspaceLease(Workspace workspace, IReadOnlyList<ISharedPart> parts)
    {
        Workspace = workspace;
        this.parts = parts;
    }

    public Workspace Workspace { get; }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref released, 1) == 1)
            return;
        foreach (var part in parts)
            await part.LetGoAsync();
    }
}
