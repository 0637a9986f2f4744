using System.Globalization;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Desensitization;

/// <param name="IsStored">The column shows stored values; only its tokens join with other results.</param>
internal readonly record struct ClassifiedField(FieldVerdict Verdict, bool IsStored);

/// <summary>Decides what each column is: rules over everything, the model on what they left open or called harmless, then hints and the local policy.</summary>
internal sealed class FieldClassifier(LocalPolicy policy, ILogger log)
{
    private const int CachedFields = 4096;
    private const int SampleScan = 200;

    private readonly VerdictCache cache = new(CachedFields);

    internal async Task<(IReadOnlyList<ClassifiedField> Fields, int Fallbacks)> ClassifyAsync(
        DesensitizationJob job,
        CancellationToken cancellationToken
    )
    {
        var fields = FieldReading.Of(job);
        var byRules = RulesClassifier.Classify(fields);
        var derived = DerivedColumns.Of(fields, byRules, job.TableName.IsSome ? None : job.QueryText, HintedNames(job));
        RuleVerdict[] rules = [.. byRules.Select((rule, i) => derived[i].Verdict.IfNone(rule))];
        var fromValues = RulesClassifier.Classify([.. fields.Select(ValuesAlone)]);
        var (opinions, fallbacks) = await OpinionsAsync(job, fields, rules, cancellationToken);
        var mayClear = !SpeaksToModels(job, fields);
        return (
            [
                .. fields.Select(
                    (field, i) =>
                        new ClassifiedField(
                            Verdict(job, field, new Findings(rules[i], fromValues[i], opinions[i], mayClear)),
                            derived[i].IsStored
                        )
                ),
            ],
            fallbacks
        );
    }

    private readonly record struct Findings(RuleVerdict Rule, RuleVerdict FromValues, Opinion Opinion, bool MayClear);

    private FieldVerdict Verdict(DesensitizationJob job, FieldFacts field, Findings found)
    {
        var combined = VerdictCombination.Combine(
            new FieldCase(
                field.Name,
                found.Rule,
                found.FromValues,
                found.Opinion.Verdict,
                found.MayClear && found.Opinion.MayClear,
                IdShape.Holds(field.Values),
                field.SensitiveHint == Some(true),
                PolicyOn(job, field)
            )
        );
        var holdsBytes = field.Values.Any(value => value.Kind == CellKind.Bytes);
        return holdsBytes && combined.Classification != Classification.Sensitive
            ? combined with
            {
                Classification = Classification.Sensitive,
                Kind = Kind.Binary,
                Source = VerdictSource.Rule,
                Why = "bytes are never shown",
            }
            : combined;
    }

    private static FieldFacts ValuesAlone(FieldFacts field) =>
        field with
        {
            Name = "",
            DatabaseType = "",
            Description = None,
            Origin = None,
            EntityIdHint = None,
            SensitiveHint = None,
        };

    /// <summary>An alias can lie: only a base column, or a table's own column, is believed to be the one that the policy calls safe.</summary>
    private PolicyWord PolicyOn(DesensitizationJob job, FieldFacts field)
    {
        var column = field.Origin.Map(origin => origin.Column).IfNone(field.Name);
        string?[] tables = field.Origin.Case is ColumnOrigin origin
            ? [origin.Table, origin.Schema.Map(schema => $"{schema}.{origin.Table}").IfNoneUnsafe((string?)null)]
            : [job.TableName.IfNoneUnsafe((string?)null)];
        var known = tables.OfType<string>().ToArray();
        var sensitive =
            policy.IsAlwaysSensitive(None, field.Name)
            || known.Any(table => policy.IsAlwaysSensitive(table, column))
            || (known.Length == 0 && policy.IsAlwaysSensitive(None, column));
        if (sensitive)
            return PolicyWord.Sensitive;
        return known.Any(table => policy.IsAlwaysSafe(table, column)) ? PolicyWord.Safe : PolicyWord.Silent;
    }

    private System.Collections.Generic.HashSet<string> HintedNames(DesensitizationJob job) =>
        [
            .. job
                .Context.SelectMany(table => table.Fields)
                .Where(field => field.Sensitive == Some(true))
                .Select(field => field.Name),
            .. policy
                .AlwaysSensitive.Where(pattern => pattern.Column.IsLiteral)
                .Select(pattern => pattern.Column.Pattern),
        ];

    private async Task<(IReadOnlyList<Opinion>, int Fallbacks)> OpinionsAsync(
        DesensitizationJob job,
        IReadOnlyList<FieldFacts> fields,
        RuleVerdict[] rules,
        CancellationToken cancellationToken
    )
    {
        var opinions = new Opinion[fields.Count];
        if (job.Mode != DataMode.Llm)
            return (opinions, 0);
        if (job.Model.Case is not Ports.ILanguageModel model)
            return (opinions, 1);
        var asked = new List<int>();
        for (var i = 0; i < fields.Count; i++)
            if (rules[i] is RuleVerdict.Open or RuleVerdict.Clear or RuleVerdict.Id)
                CacheKey(model.Model, job, fields[i], rules[i])
                    .Bind(cache.Find)
                    .Match(known => opinions[i] = known, () => asked.Add(i));
        if (asked.Count == 0)
            return (opinions, 0);
        var (answers, fallbacks) = await new ModelOpinions(new CheckedModel(model, log), log).AskAsync(
            [.. asked.Select(i => Ask(fields[i], rules[i]))],
            cancellationToken
        );
        for (var i = 0; i < asked.Count; i++)
        {
            opinions[asked[i]] = answers[i];
            if (answers[i].MayClear)
                CacheKey(model.Model, job, fields[asked[i]], rules[asked[i]])
                    .IfSome(key => cache.Keep(key, answers[i]));
        }
        return (opinions, fallbacks);
    }

    /// <summary>Values go only where the rules know nothing, and only if the policy lets them.</summary>
    private AskedField Ask(FieldFacts field, RuleVerdict rule) =>
        new(
            field.Name,
            field.DatabaseType,
            field.Description,
            rule is RuleVerdict.Open && policy.ClassifyWithSamples
                ?
                [
                    .. field
                        .Values.Where(value => !value.IsNull && value.Kind != CellKind.Bytes)
                        .Take(SampleScan)
                        .Select(value => value.ToText())
                        .Where(text => !string.IsNullOrWhiteSpace(text))
                        .Distinct(StringComparer.Ordinal)
                        .Take(ClassifyPrompt.MaximumSamples),
                ]
                : []
        );

    /// <summary>Only of columns whose base column is known: another query's column of the same name may be anything.</summary>
    private Option<string> CacheKey(string model, DesensitizationJob job, FieldFacts field, RuleVerdict rule)
    {
        var home = field
            .Origin.Map(origin => $"{origin.Schema.IfNone("")}\n{origin.Table}\n{origin.Column}")
            .BiBind(Some, () => job.TableName.Map(table => $"\n{table}\n{field.Name}"));
        return home.Map(place =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model}\n{RulesClassifier.Version}\n{policy.ClassifyWithSamples}\n{rule.GetType().Name}\n{place}\n{field.Name}\n{field.DatabaseType}\n{field.Description.IfNone("")}"
            )
        );
    }

    private static bool SpeaksToModels(DesensitizationJob job, IReadOnlyList<FieldFacts> fields) =>
        job.Context.Any(table =>
            table.Description.Exists(InstructionText.IsIn)
            || table.Fields.Any(field => field.Description.Exists(InstructionText.IsIn))
        )
        || fields.Any(field =>
            InstructionText.IsIn(field.Name)
            || field.Values.Any(value =>
                value.Kind is CellKind.Text or CellKind.Json or CellKind.Array && InstructionText.IsIn(value.ToText())
            )
        );
}
