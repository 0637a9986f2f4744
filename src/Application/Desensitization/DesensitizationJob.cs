using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Application.Desensitization;

/// <summary>Rows that are to leave masked.</summary>
/// <param name="Mode"><see cref="DataMode.Llm"/> or <see cref="DataMode.Rules"/>.</param>
/// <param name="Model">Present in mode llm; a job of that mode without one is refused.</param>
/// <param name="Context">What the sender says about the tables; untrusted.</param>
/// <param name="TableName">The table that the rows were read from, where it is one whose columns are shown under their own names.</param>
/// <param name="QueryText">The statement that gave the rows, where a sender wrote it.</param>
/// <param name="MaxResultBytes">Of the encoded rows, or of the text.</param>
public sealed record DesensitizationJob(
    DataMode Mode,
    Option<ILanguageModel> Model,
    RowSet Rows,
    IReadOnlyList<TableContext> Context,
    Option<string> TableName,
    Option<string> QueryText,
    long MaxResultBytes
);
