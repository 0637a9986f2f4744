using System.Globalization;

namespace Causum.Domain.Desensitization;

/// <summary>An invented field with a known answer, mixed into a question: whoever gets it wrong is believed in nothing.</summary>
internal sealed record Canary(string Name, string Type, IReadOnlyList<string> Samples, bool IsSensitive)
{
    private static readonly string[] Given =
    [
        "Marlene",
        "Tobias",
        "Agnieszka",
        "Rafael",
        "Ingrid",
        "Matteo",
        "Yvonne",
        "Dmitri",
        "Sakura",
        "Nadia",
        "Oskar",
        "Leticia",
    ];
    private static readonly string[] Family =
    [
        "Brandvold",
        "Castellani",
        "Okonjo",
        "Wierzbicki",
        "Lindqvist",
        "Fontaine",
        "Moreira",
        "Haverkamp",
        "Takeda",
        "Petrosyan",
        "Ashworth",
        "Delacroix",
    ];
    private static readonly string[] Streets =
    [
        "Birkenweg",
        "Harbour Lane",
        "Rue des Tilleuls",
        "Via Garofani",
        "Elm Crescent",
        "Calle Olmo",
        "Kastanjelaan",
        "Orchard Row",
    ];
    private static readonly string[] Towns =
    [
        "Osnabrink",
        "Westerhaven",
        "Montclair",
        "Valdoro",
        "Ashbury",
        "Villarrosa",
        "Noordwijkerdam",
        "Kirkvale",
    ];
    private static readonly string[] NameFields =
    [
        "keyholder_full_name",
        "next_of_kin_name",
        "emergency_contact_name",
        "signatory_full_name",
    ];
    private static readonly string[] AddressFields =
    [
        "home_address",
        "delivery_address_remark",
        "residence_address",
        "billing_street_address",
    ];
    private static readonly string[] QuantityFields =
    [
        "pallet_count",
        "carton_quantity",
        "shelf_slots",
        "pages_printed",
    ];

    /// <summary>Three fields, different from call to call.</summary>
    /// <param name="seed">Random bytes, at least 24.</param>
    internal static IReadOnlyList<Canary> Invent(ReadOnlySpan<byte> seed, bool withSamples)
    {
        string[] people = [Person(seed[..3]), Person(seed[3..6]), Person(seed[6..9])];
        string[] homes = [Home(seed[9..12]), Home(seed[12..15])];
        string[] quantities =
        [
            .. seed[15..20].ToArray().Select(b => (b % 97 + 1).ToString(CultureInfo.InvariantCulture)),
        ];
        return
        [
            new Canary(NameFields[seed[20] % NameFields.Length], "text", withSamples ? people : [], true),
            new Canary(AddressFields[seed[21] % AddressFields.Length], "text", withSamples ? homes : [], true),
            new Canary(
                QuantityFields[seed[22] % QuantityFields.Length],
                "integer",
                withSamples ? quantities : [],
                false
            ),
        ];
    }

    private static string Person(ReadOnlySpan<byte> seed) =>
        $"{Given[seed[0] % Given.Length]} {Family[seed[1] % Family.Length]}";

    private static string Home(ReadOnlySpan<byte> seed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Streets[seed[0] % Streets.Length]} {seed[1] % 90 + 1}, {Towns[seed[2] % Towns.Length]}"
        );
}
