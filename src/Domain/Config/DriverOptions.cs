using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>The <c>options</c> of a database: names from its allow-list, plain values.</summary>
internal static class DriverOptions
{
    private static readonly string[] TlsTypes = ["ssl", "ssl_verify", "ssl_cert"];
    private static readonly string[] WeakTls = ["disable", "disabled", "none", "allow", "prefer", "preferred"];

    /// <param name="settings">Takes <c>connect_timeout</c>, which is the agent's own setting and not the driver's.</param>
    public static Dictionary<string, string> Read(
        Section section,
        DatabaseForm form,
        Dictionary<string, string> settings
    )
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] known = [.. DatabaseNames.Options(form.Type), "connect_timeout"];
        section
            .Child("options")
            .IfSome(given =>
            {
                foreach (var field in given.Element.EnumerateObject())
                    if (!known.Contains(field.Name))
                        given.Faults.Add(
                            new InputError.UnknownValue(given.At(FieldNames.Printable(field.Name)), known)
                        );
                    else if (field.Name == "connect_timeout")
                        given
                            .Number("connect_timeout", 1, 600)
                            .IfSome(seconds => settings.TryAdd("connect_timeout", $"{seconds}"));
                    else
                        Text(given, field.Name).IfSome(text => options.TryAdd(field.Name, text));
            });
        if (
            TlsTypes.Contains(form.AuthType)
            && options.TryGetValue("sslmode", out var mode)
            && WeakTls.Contains(mode, StringComparer.OrdinalIgnoreCase)
        )
            section.Faults.Add(
                new InputError.UnsupportedPair(
                    section.At("options").Field("sslmode"),
                    $"must not allow a connection without TLS: auth_type {form.AuthType} demands it"
                )
            );
        return options;
    }

    private static Option<string> Text(Section options, string name)
    {
        var value = options.Value(name);
        if (value.Exists(v => v.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
            return value.Map(v => v.GetRawText());
        return options.Text(name);
    }
}
