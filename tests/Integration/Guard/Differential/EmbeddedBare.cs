using System.Data.Common;
using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>A database in a file that this process itself opens for reading and writing; put back by writing the file anew.</summary>
internal abstract class EmbeddedBare<TConnection> : IBareDatabase
    where TConnection : DbConnection
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("causum-bare-");
    private readonly byte[] template;
    private readonly IReadOnlySet<string> knownFiles;
    private readonly Func<string, TConnection> connect;

    /// <param name="connect">Opens the file of this path.</param>
    /// <param name="read">What the engine knows to call and to read.</param>
    protected EmbeddedBare(
        SqlDialect dialect,
        string fileName,
        string schema,
        Func<string, TConnection> connect,
        Func<TConnection, string, Vocabulary> read
    )
    {
        Dialect = dialect;
        FilePath = Path.Combine(folder.FullName, fileName);
        this.connect = connect;
        Files = new ForeignFiles(folder.FullName, []);
        using (var maker = connect(FilePath))
        {
            using var command = maker.CreateCommand();
            command.CommandText = schema;
            command.ExecuteNonQuery();
            Vocabulary = read(maker, folder.FullName);
        }
        Canary.PlantIn(folder.FullName);
        template = File.ReadAllBytes(FilePath);
        knownFiles = Files.Names();
    }

    public SqlDialect Dialect { get; }

    public Vocabulary Vocabulary { get; }

    internal string FilePath { get; }

    protected ForeignFiles Files { get; }

    public Task<IBareSession> OpenAsync() => Task.FromResult(Session(connect(FilePath)));

    public Task ResetAsync()
    {
        Files.Keep(knownFiles);
        File.WriteAllBytes(FilePath, template);
        return Task.CompletedTask;
    }

    public Task<bool> WaitsAsync(string text)
    {
        using var connection = connect(FilePath);
        return Task.FromResult(EmbeddedClock.Sleeps(() => EmbeddedSession.Run(connection, text)));
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract IBareSession Session(TConnection connection);
}
