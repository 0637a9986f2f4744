using System.Collections.Concurrent;
using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Integration.Configuration;

/// <summary>Opens databases that only remember whether they were closed.</summary>
internal sealed class FakeDatabases : IDatabaseConnector
{
    public IReadOnlyList<DatabaseType> Types => [DatabaseType.Postgresql, DatabaseType.Sqlite];

    public List<FakeDatabase> Opened { get; } = [];

    public Option<TaskFailure> Refuse { get; set; }

    public Either<TaskFailure, IDatabase> Open(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets)
    {
        if (Refuse.Case is TaskFailure failure)
            return failure;
        var database = new FakeDatabase(config.Type, secrets.ToDictionary(s => s.Key, s => s.Value.Reveal()));
        Opened.Add(database);
        return database;
    }
}

internal sealed class FakeDatabase(DatabaseType type, IReadOnlyDictionary<string, string> secrets) : IDatabase
{
    public DatabaseType Type => type;

    public bool TellsOrigin => false;

    public IReadOnlyDictionary<string, string> Secrets => secrets;

    public int Closed { get; private set; }

    public Either<TaskFailure, TaskResult.DatabaseValidated> Answer { get; set; } =
        new TaskResult.DatabaseValidated(type, "1.0", ReadOnly: true, 1, []);

    public Task<Either<TaskFailure, TaskResult.DatabaseValidated>> ValidateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Answer);

    public Task<Either<TaskFailure, TaskResult.Schemas>> SchemasAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Either<TaskFailure, TaskResult.Tables>> TablesAsync(
        Option<SqlIdentifier> schema,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<Either<TaskFailure, TaskResult.Columns>> ColumnsAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<Either<TaskFailure, Unit>> SampleAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        int limit,
        IRowSink sink,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<Either<TaskFailure, Unit>> QueryAsync(
        ReadOnlySql query,
        IReadOnlyList<QueryParameter> parameters,
        IRowSink sink,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        Closed++;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Opens models that answer every question with OK.</summary>
internal sealed class FakeModels : ILanguageModelConnector
{
    public List<FakeModel> Opened { get; } = [];

    public Either<TaskFailure, ILanguageModel> Open(LlmConfig config, IReadOnlyDictionary<string, Secret> secrets)
    {
        var model = new FakeModel(config.Model.IfNone("mapped"));
        Opened.Add(model);
        return model;
    }
}

internal sealed class FakeModel(string name) : ILanguageModel
{
    public string Model => name;

    public int TokenLimit => 1000;

    public TokenLimitSource TokenLimitSource => TokenLimitSource.Default;

    public int Closed { get; private set; }

    public int CountTokens(string text) => text.Length;

    public Task<Either<TaskFailure, ModelReply>> AskAsync(ModelRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Right<TaskFailure, ModelReply>(new ModelReply("OK", FinishReason.Complete)));

    public void Dispose() => Closed++;
}

/// <summary>A secret store in memory that can be emptied and taken down.</summary>
internal sealed class FakeSecrets : ISecretProvider
{
    public ConcurrentDictionary<string, string> Values { get; } =
        new(StringComparer.Ordinal)
        {
            ["DB_USER"] = "app",
            ["DB_PASS"] = "planted-password",
            ["DB_HOST"] = "db.internal.example",
            ["DB_NAME"] = "sales",
            ["LLM_KEY"] = "planted-key",
        };

    public string Name => "env";

    public bool Serves(SecretStore store) => true;

    public Task<Either<TaskFailure, Secret>> ReadAsync(
        SecretStore store,
        SecretReference reference,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Values.TryGetValue(reference.Name, out var value)
                ? Right<TaskFailure, Secret>(new Secret(value))
                : Left<TaskFailure, Secret>(TaskFailure.SecretProvider(reference.Name, "it is not there"))
        );
}

internal sealed class FakeState : IStateStore
{
    public Dictionary<string, byte[]> Documents { get; } = new(StringComparer.Ordinal);

    public string Location => "memory";

    public Option<byte[]> Read(string name) => Documents.TryGetValue(name, out var content) ? content : None;

    public bool Write(string name, ReadOnlySpan<byte> content)
    {
        Documents[name] = content.ToArray();
        return true;
    }
}
