using System.Text.Json;
using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Sensitivity;
using Causum.Domain.Tasks;

namespace Causum.Host.Preview;

/// <summary>One table as it is and as it would leave, in both forms.</summary>
internal sealed record TablePreview(PreviewTable Table, TaskResult.Rows Rows, TaskResult.Text Text, Receipt Receipt)
{
    public IReadOnlyList<FieldVerdict> Verdicts => Receipt.Fields;

    /// <summary>Cells as they would leave, as JSON.</summary>
    public IReadOnlyList<IReadOnlyList<JsonElement>> Leaving { get; } =
    [
        .. JsonDocument
            .Parse(Rows.RowsJson)
            .RootElement.EnumerateArray()
            .Select(row => (IReadOnlyList<JsonElement>)[.. row.EnumerateArray()]),
    ];

    /// <summary>Runs the whole path that a task's rows take; nothing is published.</summary>
    public static async Task<Either<TaskFailure, TablePreview>> MakeAsync(
        PreviewTable table,
        Desensitizer desensitizer,
        Option<ILanguageModel> model,
        long maxResultBytes,
        CancellationToken cancellationToken
    )
    {
        var job = new DesensitizationJob(
            model.IsSome ? DataMode.Llm : DataMode.Rules,
            model,
            table.Rows,
            table.Context,
            table.Base,
            table.Query,
            maxResultBytes
        );
        var rows = await desensitizer.ToRowsAsync(job, cancellationToken);
        if (rows.Case is not TaskResult.Rows sent)
            return rows.Map<TablePreview>(_ => throw new System.Diagnostics.UnreachableException());
        var text = await desensitizer.ToTextAsync(job, cancellationToken);
        return text.Map(told => new TablePreview(table, sent, told, sent.Receipt.IfNone(told.Receipt)));
    }
}
