using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks;

/// <summary>Names of schemas and tables as a task gives them: checked before anything else is done with them.</summary>
internal static class RequestedName
{
    public static Either<TaskFailure, SqlIdentifier> Table(string name) => Check("table", name);

    public static Either<TaskFailure, Option<SqlIdentifier>> OptionalTable(Option<string> name) =>
        Optional("table", name);

    public static Either<TaskFailure, Option<SqlIdentifier>> Schema(Option<string> name) => Optional("schema", name);

    private static Either<TaskFailure, Option<SqlIdentifier>> Optional(string field, Option<string> name) =>
        name.Match(
            Some: given => Check(field, given).Map(Some),
            None: () => Right<TaskFailure, Option<SqlIdentifier>>(None)
        );

    private static Either<TaskFailure, SqlIdentifier> Check(string field, string name) =>
        SqlIdentifier.Create(name).ToEither(() => TaskFailure.InvalidIdentifier(field));
}
