using System.Data.Common;

namespace Causum.Infrastructure.DuckDb;

/// <summary>The engine's refusal of a statement. Its text begins with the kind of error and never leaves the adapter.</summary>
internal sealed class DuckDbStatementException(string message) : DbException(message);
