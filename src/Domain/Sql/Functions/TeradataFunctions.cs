using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Teradata Vantage.</summary>
internal static class TeradataFunctions
{
    public static readonly ActingFunctions List = new(
        (Files, "Teradata documentation, READ_NOS and WRITE_NOS", "read_nos write_nos"),
        (RunsCode, "Teradata documentation, SCRIPT and external operators", "script rscript r_script exec_script"),
        (Network, "Teradata documentation, API_Request and model calls", "api_request td_api_* tdaws_* tdapi_* ai_*"),
        (
            Admin,
            "Teradata documentation, PM/API administration functions",
            "abortsessions setsessionaccount setsessionrate setresourcerate tdwm*"
        )
    );
}
