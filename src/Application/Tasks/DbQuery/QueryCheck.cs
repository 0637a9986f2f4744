using Causum.Domain.Input;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks.DbQuery;

/// <summary>What a query must pass before a connection is opened for it.</summary>
public static class QueryCheck
{
    private static readonly FieldPath Parameters = FieldPath.Root.Field("params").Field("parameters");

    public static Either<TaskFailure, ReadOnlySql> Allow(SqlDialect dialect, string text) =>
        ReadOnlyGuard.Check(dialect, text).MapLeft(refusal => refusal.ToFailure());

    public static Either<TaskFailure, Unit> ParametersFit(ReadOnlySql query, IReadOnlyList<QueryParameter> given)
    {
        var check = NamedParameters.Parse(query).Check(given.Select(parameter => parameter.Name));
        return check.Fits ? unit : TaskFailure.InvalidTask([new InputError.InvalidValue(Parameters, check.Message)]);
    }
}
