using System.Security.Cryptography;
using System.Text;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Application.Desensitization;

/// <summary>
/// Makes rows fit to leave: classify, mask, transform, check. Whatever is unsure is masked, whatever fails ends the task; there is no path on which raw rows
/// are returned.
/// </summary>
public sealed class Desensitizer(TokenKey key, TokenLength tokenLength, LocalPolicy policy)
{
    private const int TaskNonceBytes = 16;

    /// <summary>Left: <c>desensitization_failed</c> with its category.</summary>
    public Task<Either<TaskFailure, TaskResult.Rows>> ToRowsAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Checked(job).Map(masked => Encoded(job, masked)));
    }

    /// <summary>Left: <c>desensitization_failed</c> with its category, or <c>result_too_large</c>.</summary>
    public Task<Either<TaskFailure, TaskResult.Text>> ToTextAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Checked(job).Bind(masked => Rendered(job, masked)));
    }

    /// <summary>The final verdict on each field, without masking anything.</summary>
    public Task<Either<TaskFailure, IReadOnlyList<FieldVerdict>>> ClassifyAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Right<TaskFailure, IReadOnlyList<FieldVerdict>>(Verdicts(job)));
    }

    private Either<TaskFailure, (MaskedRows Rows, LeakCheck Check)> Checked(DesensitizationJob job)
    {
        Span<byte> nonce = stackalloc byte[TaskNonceBytes];
        RandomNumberGenerator.Fill(nonce);
        var taskKey = key.ForTask(nonce);
        var treatments = Verdicts(job)
            .Zip(job.Rows.Columns, (verdict, column) => new ColumnTreatment(verdict, KeyFor(column, job, taskKey)))
            .ToArray();
        var masked = Masker.Mask(job.Rows, treatments, tokenLength);
        var check = LeakCheck.For(masked);
        return check
            .InRows()
            .Match(Some: leak => Left<TaskFailure, (MaskedRows, LeakCheck)>(Leaked(leak)), None: () => (masked, check));
    }

    private static TaskFailure Leaked(Leak leak) =>
        TaskFailure.DesensitizationFailed(
            "leak_check",
            $"A masked value of kind {leak.Kind.Name} in column '{leak.Column}' still stood in what would have been sent."
        );

    private TokenKey KeyFor(ResultColumn column, DesensitizationJob job, TokenKey taskKey) =>
        column.Origin.IsSome || job.TableName.IsSome || job.Rows.Columns.All(c => c.Origin.IsNone) ? key : taskKey;

    private IReadOnlyList<FieldVerdict> Verdicts(DesensitizationJob job)
    {
        var facts = FieldReading.Of(job);
        var rules = RulesClassifier.Classify(facts);
        var fromValues = RulesClassifier.Classify([
            .. facts.Select(fact =>
                fact with
                {
                    Name = "",
                    Description = None,
                    Origin = None,
                    EntityIdHint = None,
                    SensitiveHint = None,
                }
            ),
        ]);
        return
        [
            .. facts.Select(
                (fact, i) =>
                    VerdictCombination.Combine(
                        new FieldCase(
                            fact.Name,
                            rules[i],
                            fromValues[i],
                            new ModelVerdict(ModelWord.Silent, None),
                            ModelMayClear: false,
                            LooksLikeId: false,
                            fact.SensitiveHint == Some(true),
                            PolicyOn(job, fact)
                        )
                    )
            ),
        ];
    }

    private PolicyWord PolicyOn(DesensitizationJob job, FieldFacts fact)
    {
        var table = fact.Origin.Map(origin => origin.Table) || job.TableName;
        var column = fact.Origin.Map(origin => origin.Column).IfNone(fact.Name);
        if (policy.IsAlwaysSensitive(table, column) || policy.IsAlwaysSensitive(None, fact.Name))
            return PolicyWord.Sensitive;
        return table.IsSome && policy.IsAlwaysSafe(table, column) ? PolicyWord.Safe : PolicyWord.Silent;
    }

    private TaskResult.Rows Encoded(DesensitizationJob job, (MaskedRows Masked, LeakCheck Check) checkedRows)
    {
        var rows = checkedRows.Masked.Rows;
        var (json, count, cut) = RowsJson.Encode(rows, job.MaxResultBytes);
        return new TaskResult.Rows(rows.Columns, json, count, rows.Truncated || cut, ReceiptOf(job, checkedRows));
    }

    private Either<TaskFailure, TaskResult.Text> Rendered(
        DesensitizationJob job,
        (MaskedRows Masked, LeakCheck Check) checkedRows
    )
    {
        var rows = checkedRows.Masked.Rows;
        var text = PlainText.Render(rows);
        if (Encoding.UTF8.GetByteCount(text) > job.MaxResultBytes)
            return TaskFailure.ResultTooLarge(job.MaxResultBytes);
        return new TaskResult.Text(text, rows.Rows.Count, rows.Truncated, 1, ReceiptOf(job, checkedRows));
    }

    private Receipt ReceiptOf(DesensitizationJob job, (MaskedRows Masked, LeakCheck Check) checkedRows) =>
        new(
            DataMode.Rules,
            checkedRows.Masked.Verdicts,
            checkedRows.Masked.Replacements,
            None,
            RulesClassifier.Version,
            key.Version,
            key.Sharing,
            ProvenanceOf(job.Rows),
            Fallbacks: job.Mode == DataMode.Llm ? 1 : 0,
            checkedRows.Masked.Collisions,
            checkedRows.Check.Unchecked
        );

    private static Provenance ProvenanceOf(RowSet rows) =>
        rows.Columns.Count > 0 && rows.Columns.All(c => c.Origin.IsSome) ? Provenance.Full
        : rows.Columns.Any(c => c.Origin.IsSome) ? Provenance.Partial
        : Provenance.None;
}
