namespace Causum.Domain.Tasks;

/// <summary>Category of <c>database_error</c>; the wire name is snake case.</summary>
public enum DatabaseFault
{
    AuthFailed,
    NetworkUnreachable,
    DatabaseNotFound,
    SchemaNotFound,
    TableNotFound,
    PermissionDenied,
    SslError,
    Timeout,
    QueryError,
    InvalidConfig,
    Unknown,
}

/// <summary>Category of <c>llm_error</c>; the wire name is snake case.</summary>
public enum LlmFault
{
    AuthFailed,
    RateLimited,
    Unavailable,
    Timeout,
    BadResponse,
    ContextExceeded,
    PolicyDenied,
}
