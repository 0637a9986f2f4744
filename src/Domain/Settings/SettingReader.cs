using System.Globalization;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>Typed access to raw settings. What cannot be read is a fault under the name by which it was given.</summary>
internal sealed class SettingReader(RawSettings raw, Faults faults)
{
    public FieldPath At(Setting setting) =>
        raw.Find(setting).Map(value => value.Source.Place(setting)).IfNone(FieldPath.Root.Field(setting.Variable));

    public bool IsSet(Setting setting) => raw.Find(setting).Exists(value => value.Source is not SettingSource.Default);

    public Option<SettingValue> Given(Setting setting) => raw.Find(setting);

    public Option<string> Text(Setting setting) => raw.Find(setting).Map(value => value.Text);

    public Option<T> Checked<T>(Setting setting, T value, bool fit, string rule)
    {
        if (fit)
            return Some(value);
        faults.Invalid(At(setting), rule);
        return None;
    }

    public Option<long> Whole(Setting setting, long min, long max) =>
        Text(setting)
            .Bind(text =>
            {
                var known = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                return Checked(
                    setting,
                    number,
                    known && number >= min && number <= max,
                    $"must be a whole number between {min} and {max}"
                );
            });

    public Option<TimeSpan> Seconds(Setting setting, int min, int max) =>
        Whole(setting, min, max).Map(seconds => TimeSpan.FromSeconds(seconds));

    public bool Flag(Setting setting) =>
        Choice(setting, false, ("true", true), ("false", false), ("1", true), ("0", false));

    public T Choice<T>(Setting setting, T standard, params (string Name, T Value)[] choices) =>
        Text(setting)
            .Match(
                text =>
                {
                    foreach (var (name, value) in choices)
                        if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
                            return value;
                    faults.Add(new InputError.UnknownValue(At(setting), [.. choices.Select(choice => choice.Name)]));
                    return standard;
                },
                () => standard
            );
}
