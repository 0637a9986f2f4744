using System.Security.Cryptography;
using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Desensitization;

/// <summary>Asks a model about fields: in batches that fit its window, with one try to repair an answer of the wrong form.</summary>
internal sealed class ModelOpinions(CheckedModel model, ILogger log)
{
    private const int LargestBatch = 40;
    private const int AnswerBase = 256;
    private const int AnswerPerField = 48;

    private const string Repair =
        "\n\nYour last answer was not of the asked form. Answer with the JSON object alone, one entry for every number.";

    /// <summary>One opinion for each field, and how many batches the model failed on.</summary>
    internal async Task<(IReadOnlyList<Opinion> Opinions, int Fallbacks)> AskAsync(
        IReadOnlyList<AskedField> fields,
        CancellationToken cancellationToken
    )
    {
        var opinions = new List<Opinion>();
        var fallbacks = 0;
        foreach (var batch in fields.Chunk(LargestBatch))
        {
            var (answers, failed) = await AskBatchAsync(batch, mayHalve: true, cancellationToken);
            opinions.AddRange(answers);
            fallbacks += failed;
        }
        return (opinions, fallbacks);
    }

    private async Task<(IReadOnlyList<Opinion>, int Fallbacks)> AskBatchAsync(
        AskedField[] batch,
        bool mayHalve,
        CancellationToken cancellationToken
    )
    {
        var first = await AskOnceAsync(batch, "", cancellationToken);
        if (first.IsTooLong && mayHalve && batch.Length > 1)
            return await HalveAsync(batch, cancellationToken);
        var best = first.Reply;
        if (best.Exists(reply => reply.CanariesRight && !reply.IsWhole) || first.IsMalformed)
            best = (await AskOnceAsync(batch, Repair, cancellationToken)).Reply || best;
        if (best.Case is ClassifyReply { CanariesRight: true } answer)
            return ([.. answer.Verdicts.Select(verdict => new Opinion(verdict, answer.IsWhole))], 0);
        DesensitizationLog.ClassificationFellBack(log, batch.Length, first.Reason);
        return ([.. batch.Select(_ => Opinion.None)], 1);
    }

    private async Task<(IReadOnlyList<Opinion>, int Fallbacks)> HalveAsync(
        AskedField[] batch,
        CancellationToken cancellationToken
    )
    {
        var half = batch.Length / 2;
        var (first, firstFailed) = await AskBatchAsync(batch[..half], mayHalve: false, cancellationToken);
        var (second, secondFailed) = await AskBatchAsync(batch[half..], mayHalve: false, cancellationToken);
        return ([.. first, .. second], firstFailed + secondFailed);
    }

    private readonly record struct Answer(Option<ClassifyReply> Reply, bool IsTooLong, bool IsMalformed, string Reason);

    private async Task<Answer> AskOnceAsync(AskedField[] batch, string repair, CancellationToken cancellationToken)
    {
        var prompt = ClassifyPrompt.Of(batch, RandomNumberGenerator.GetBytes(ClassifyPrompt.SeedBytes));
        var asked = await model.AskAsync(
            prompt.Question with
            {
                User = prompt.Question.User + repair,
            },
            new AnswerSchema(ClassifyPrompt.SchemaName, ClassifyPrompt.Schema),
            AnswerBase + AnswerPerField * batch.Length,
            cancellationToken
        );
        return asked.Match(
            Right: reply => Judge(reply, prompt, batch.Length),
            Left: failure => new Answer(
                None,
                failure.Category == WireNames.SnakeCase(nameof(LlmFault.ContextExceeded)),
                IsMalformed: false,
                failure.Category.IfNone(failure.Code)
            )
        );
    }

    private static Answer Judge(ModelReply reply, ClassifyPrompt prompt, int fields)
    {
        if (reply.Finish != FinishReason.Complete)
            return new Answer(
                None,
                reply.Finish == FinishReason.Length,
                IsMalformed: false,
                WireNames.SnakeCase(reply.Finish.ToString())
            );
        var read = ClassifyReply.Read(reply.Text, prompt, fields);
        return new Answer(
            read,
            IsTooLong: false,
            IsMalformed: !read.CanariesRight && !read.IsRead,
            read.CanariesRight ? "incomplete" : "void"
        );
    }
}
