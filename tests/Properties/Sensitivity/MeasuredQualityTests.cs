using Causum.Domain.Sensitivity;
using Xunit.Abstractions;

namespace Causum.Properties.Sensitivity;

public sealed class MeasuredQualityTests(ITestOutputHelper output)
{
    [Fact]
    public void Rules_alone_find_the_sensitive_columns_of_labelled_tables_and_few_others()
    {
        int found = 0,
            missed = 0,
            wrong = 0;
        foreach (var table in LabelledTables.All)
        {
            var verdicts = RulesClassifier.Classify(table.Fields);
            for (var i = 0; i < verdicts.Count; i++)
            {
                var sensitive = IsMasked(verdicts[i]);
                found += sensitive && table.Sensitive[i] ? 1 : 0;
                missed += !sensitive && table.Sensitive[i] ? 1 : 0;
                wrong += sensitive && !table.Sensitive[i] ? 1 : 0;
                if (sensitive != table.Sensitive[i])
                    output.WriteLine(
                        $"{table.Language} {table.Name}.{table.Fields[i].Name}: {verdicts[i].GetType().Name}, {verdicts[i].Why}"
                    );
            }
        }
        output.WriteLine($"found {found}, missed {missed}, wrong {wrong}");
        Assert.True((double)found / (found + missed) >= 0.98, $"recall: missed {missed} of {found + missed}");
        Assert.True((double)found / (found + wrong) >= 0.95, $"precision: {wrong} wrong beside {found}");
    }

    private static bool IsMasked(RuleVerdict verdict) =>
        verdict.Match(found: _ => true, suspect: _ => true, open: _ => true, clear: _ => false, id: _ => false);
}
