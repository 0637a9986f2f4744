using System.Security.Cryptography;
using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Desensitization;

/// <param name="Fallbacks">Chunks and rows that were written without the model.</param>
internal sealed record TransformedText(string Text, int Chunks, int Fallbacks);

/// <summary>
/// Has a model write masked rows as text: several chunks at a time, in their order. Half an answer is no answer; an answer that fails its checks is asked for
/// once more; then the policy decides between the end of the task and plain text of the masked rows.
/// </summary>
internal sealed class TextTransform(CheckedModel model, OnTransformFailure onFailure, ILogger log)
{
    private const int AtOnce = 4;

    private readonly record struct Written(string Text, int Fallbacks);

    internal async Task<Either<TaskFailure, TransformedText>> RunAsync(
        MaskedRows masked,
        LeakCheck leaks,
        Option<string> table,
        CancellationToken cancellationToken
    )
    {
        var header = TransformPrompt.Header(table, masked.Rows.Columns);
        var budget = TransformBudget.Rows(
            model.TokenLimit,
            model.CountTokens(TransformPrompt.Instructions),
            model.CountTokens(header)
        );
        var chunks = Chunker.Split(masked.Rows.Rows, budget, model.CountTokens);
        var work = new Work(masked, leaks, header);
        using var gate = new SemaphoreSlim(AtOnce);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = chunks.Select(chunk => InTurnAsync(work, chunk, gate, stop)).ToArray();
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A chunk failed and stopped the others; its failure is among the results.
        }
        var finished = running.Where(task => task.IsCompletedSuccessfully).Select(task => task.Result).ToArray();
        var failed = finished.Where(result => result.IsLeft).ToArray();
        if (failed.Length > 0)
            return failed[0].Map(_ => new TransformedText("", 0, 0));
        cancellationToken.ThrowIfCancellationRequested();
        var written = finished.SelectMany(result => result.RightAsEnumerable()).ToArray();
        return new TransformedText(
            string.Join('\n', written.Select(w => w.Text)),
            chunks.Count,
            written.Sum(w => w.Fallbacks)
        );
    }

    private sealed record Work(MaskedRows Masked, LeakCheck Leaks, string Header);

    private async Task<Either<TaskFailure, Written>> InTurnAsync(
        Work work,
        Chunk chunk,
        SemaphoreSlim gate,
        CancellationTokenSource stop
    )
    {
        await gate.WaitAsync(stop.Token);
        try
        {
            var written = await WriteAsync(work, chunk, stop.Token);
            if (written.IsLeft)
                await stop.CancelAsync();
            return written;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Either<TaskFailure, Written>> WriteAsync(
        Work work,
        Chunk chunk,
        CancellationToken cancellationToken
    )
    {
        if (chunk.IsPlain)
            return Plain(work, chunk);
        var outcome = await AskAsync(work, chunk, cancellationToken);
        if (outcome is { Text: null, MayAskAgain: true })
            outcome = await AskAsync(work, chunk, cancellationToken);
        if (outcome.Text is { } text)
            return new Written(text, 0);
        DesensitizationLog.TransformRejected(log, chunk.Lines.Count, chunk.FirstRow, outcome.Reason);
        if (outcome.IsTooLong && chunk.Lines.Count > 1)
            return await HalvesAsync(work, chunk, cancellationToken);
        return onFailure == OnTransformFailure.Plain
            ? Plain(work, chunk)
            : TaskFailure.DesensitizationFailed(
                "transform",
                $"The language model's text for {chunk.Lines.Count} rows could not be used: {outcome.Reason}."
            );
    }

    private async Task<Either<TaskFailure, Written>> HalvesAsync(
        Work work,
        Chunk chunk,
        CancellationToken cancellationToken
    )
    {
        var (first, second) = chunk.Halves();
        var one = await WriteAsync(work, first, cancellationToken);
        if (one.IsLeft)
            return one;
        var other = await WriteAsync(work, second, cancellationToken);
        return from a in one from b in other select new Written($"{a.Text}\n{b.Text}", a.Fallbacks + b.Fallbacks);
    }

    private static Written Plain(Work work, Chunk chunk) =>
        new(
            string.Join(
                '\n',
                work.Masked.Rows.Rows.Skip(chunk.FirstRow)
                    .Take(chunk.Lines.Count)
                    .Select(row => PlainText.Row(work.Masked.Rows.Columns, row))
            ),
            1
        );

    private readonly record struct Outcome(string? Text, string Reason, bool IsTooLong, bool MayAskAgain);

    private async Task<Outcome> AskAsync(Work work, Chunk chunk, CancellationToken cancellationToken)
    {
        var prompt = TransformPrompt.Of(
            work.Header,
            chunk.Lines,
            RandomNumberGenerator.GetBytes(TransformPrompt.BoundaryBytes)
        );
        var rowTokens = model.CountTokens(string.Join('\n', chunk.Lines));
        var asked = await model.AskAsync(prompt, None, TransformBudget.Answer(rowTokens), cancellationToken);
        return asked.Match(
            Right: reply => Judge(work, chunk, reply),
            Left: failure => new Outcome(
                null,
                failure.Category.IfNone(failure.Code),
                failure.Category == WireNames.SnakeCase(nameof(LlmFault.ContextExceeded)),
                MayAskAgain: false
            )
        );
    }

    private static Outcome Judge(Work work, Chunk chunk, ModelReply reply)
    {
        if (reply.Finish != FinishReason.Complete)
            return new Outcome(
                null,
                WireNames.SnakeCase(reply.Finish.ToString()),
                reply.Finish == FinishReason.Length,
                MayAskAgain: false
            );
        return TransformReply
            .Check(reply.Text, chunk, work.Masked, work.Leaks)
            .Match(
                Some: fault => new Outcome(
                    null,
                    WireNames.SnakeCase(fault.ToString()),
                    IsTooLong: false,
                    fault != TransformFault.Empty
                ),
                None: () => new Outcome(reply.Text.Trim(), "", IsTooLong: false, MayAskAgain: false)
            );
    }
}
