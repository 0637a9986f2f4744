using System.Security.Cryptography;
using System.Text;
using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Desensitization;

/// <summary>
/// Makes rows fit to leave: classify, mask, transform, check. Whatever is unsure is masked, whatever fails ends the task; there is no path on which raw rows
/// are returned.
/// </summary>
public sealed class Desensitizer(TokenKey key, TokenLength tokenLength, LocalPolicy policy, ILogger<Desensitizer> log)
{
    private const int TaskNonceBytes = 16;

    private readonly FieldClassifier classifier = new(policy, log);

    private sealed record Ready(MaskedRows Masked, LeakCheck Leaks, TokenKey TaskKey, int Fallbacks);

    /// <summary>Left: <c>desensitization_failed</c> with its category. Rows beyond the limit are cut and the result says so.</summary>
    public async Task<Either<TaskFailure, TaskResult.Rows>> ToRowsAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        var ready = await MaskAsync(job, cancellationToken);
        return ready.Map(r =>
        {
            var (json, count, cut) = RowsJson.Encode(r.Masked.Rows, job.MaxResultBytes);
            return new TaskResult.Rows(
                r.Masked.Rows.Columns,
                json,
                count,
                r.Masked.Rows.Truncated || cut,
                ReceiptOf(job, r)
            );
        });
    }

    /// <summary>Left: <c>desensitization_failed</c> with its category, or <c>result_too_large</c>.</summary>
    public async Task<Either<TaskFailure, TaskResult.Text>> ToTextAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        var ready = await MaskAsync(job, cancellationToken);
        return await ready.BindAsync(async r =>
            (await WriteAsync(job, r, cancellationToken)).Bind(text => Released(job, r, text))
        );
    }

    /// <summary>The final verdict on each field, in order, without masking anything.</summary>
    public async Task<Either<TaskFailure, IReadOnlyList<FieldVerdict>>> ClassifyAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        var (fields, _) = await classifier.ClassifyAsync(job, cancellationToken);
        return Right<TaskFailure, IReadOnlyList<FieldVerdict>>([.. fields.Select(field => field.Verdict)]);
    }

    private async Task<Either<TaskFailure, Ready>> MaskAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var taskKey = key.ForTask(RandomNumberGenerator.GetBytes(TaskNonceBytes));
        var (fields, fallbacks) = await classifier.ClassifyAsync(job, cancellationToken);
        var treatments = fields
            .Select(field => new ColumnTreatment(field.Verdict, field.IsStored ? key : taskKey))
            .ToArray();
        var masked = Masker.Mask(job.Rows, treatments, tokenLength);
        var leaks = LeakCheck.For(masked);
        return leaks.InRows().Case is Leak leak ? Refuse(leak) : new Ready(masked, leaks, taskKey, fallbacks);
    }

    private async Task<Either<TaskFailure, TransformedText>> WriteAsync(
        DesensitizationJob job,
        Ready ready,
        CancellationToken cancellationToken
    )
    {
        var rows = ready.Masked.Rows;
        if (rows.Rows.Count == 0)
            return new TransformedText(PlainText.NoRows, 0, 0);
        if (job.Mode != DataMode.Llm)
            return new TransformedText(PlainText.Render(rows), 1, 0);
        if (job.Model.Case is ILanguageModel model)
            return await new TextTransform(new CheckedModel(model, log), policy.OnTransformFailure, log).RunAsync(
                ready.Masked,
                ready.Leaks,
                job.TableName,
                cancellationToken
            );
        return policy.OnTransformFailure == OnTransformFailure.Plain
            ? new TransformedText(PlainText.Render(rows), 1, 1)
            : TaskFailure.DesensitizationFailed("transform", "There is no language model to write the text.");
    }

    /// <summary>The last gate of a text: searched as a whole, for what two chunks may make together, then scanned.</summary>
    private Either<TaskFailure, TaskResult.Text> Released(DesensitizationJob job, Ready ready, TransformedText written)
    {
        if (ready.Leaks.InText(written.Text).Case is Leak leak)
            return Refuse(leak);
        var (text, replacements) = OutgoingText.Mask(written.Text, ready.Masked.Issued, ready.TaskKey, tokenLength);
        if (Encoding.UTF8.GetByteCount(text) > job.MaxResultBytes)
            return TaskFailure.ResultTooLarge(job.MaxResultBytes);
        var receipt = ReceiptOf(job, ready with { Fallbacks = ready.Fallbacks + written.Fallbacks });
        return new TaskResult.Text(
            text,
            ready.Masked.Rows.Rows.Count,
            ready.Masked.Rows.Truncated,
            written.Chunks,
            receipt with
            {
                MaskedValues = receipt.MaskedValues + replacements,
            }
        );
    }

    private TaskFailure Refuse(Leak leak)
    {
        DesensitizationLog.LeakFound(log, leak.Kind.Name);
        return TaskFailure.DesensitizationFailed(
            "leak_check",
            $"A masked value of kind {leak.Kind.Name} in column '{leak.Column}' still stood in what would have been sent."
        );
    }

    private Receipt ReceiptOf(DesensitizationJob job, Ready ready) =>
        new(
            job.Mode,
            [
                .. ready.Masked.Verdicts.Select(
                    (verdict, i) => verdict with { Name = ready.Masked.Rows.Columns[i].Name }
                ),
            ],
            ready.Masked.Replacements,
            job.Mode == DataMode.Llm ? job.Model.Map(model => model.Model) : None,
            RulesClassifier.Version,
            key.Version,
            key.Sharing,
            ProvenanceOf(job.Rows),
            ready.Fallbacks,
            ready.Masked.Collisions,
            ready.Leaks.Unchecked
        );

    private static Provenance ProvenanceOf(RowSet rows) =>
        rows.Columns.Count > 0 && rows.Columns.All(column => column.Origin.IsSome) ? Provenance.Full
        : rows.Columns.Any(column => column.Origin.IsSome) ? Provenance.Partial
        : Provenance.None;
}
