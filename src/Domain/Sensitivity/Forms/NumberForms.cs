using Causum.Domain.Sensitivity.Checksums;

namespace Causum.Domain.Sensitivity.Forms;

/// <summary>The numbers that the rules know, with the layouts they are written in (reference, §3).</summary>
internal static class NumberForms
{
    public static readonly Form Card = new(
        "a card issuer and Luhn",
        Kind.CardNumber,
        0.1,
        PaymentCards.Accepts,
        [
            "9999 9999 9999 9999",
            "9999-9999-9999-9999",
            "9999 999999 99999",
            "9999-999999-99999",
            "9999 999999 9999",
            "9999-999999-9999",
            "9999 9999 9999 9999 999",
            "9999-9999-9999-9999-999",
        ],
        [Nines(13), Nines(14), Nines(15), Nines(16), Nines(17), Nines(18), Nines(19)]
    );

    public static readonly Form SocialSecurity = new(
        "the form of a social security number",
        Kind.SocialSecurity,
        0.95,
        AmericanNumbers.IsSocialSecurity,
        ["999-99-9999", "999 99 9999"],
        [Nines(9)]
    );

    public static IReadOnlyList<Form> All { get; } =
    [
        Card,
        SocialSecurity,
        new("a routing number's check digit", Kind.BankAccount, 0.1, AmericanNumbers.IsRouting, [], [Nines(9)]),
        new("a provider number's Luhn", Kind.ProfessionalLicence, 0.1, AmericanNumbers.IsProvider, [], [Nines(10)]),
        new(
            "a prescriber number's check digit",
            Kind.ProfessionalLicence,
            0.1,
            AmericanNumbers.IsPrescriber,
            ["AA9999999"],
            []
        ),
        new(
            "a Canadian insurance number's Luhn",
            Kind.SocialSecurity,
            0.1,
            AmericanNumbers.IsSocialInsurance,
            [],
            [Nines(9), "999 999 999", "999-999-999"]
        ),
        new(
            "the form of a national insurance number",
            Kind.SocialSecurity,
            0.2,
            BritishNumbers.IsNationalInsurance,
            ["AA999999A", "AA 99 99 99 A", "AA 999999 A", "AA-99-99-99-A"],
            []
        ),
        new(
            "an NHS number's check digit",
            Kind.HealthPlan,
            0.1,
            BritishNumbers.IsHealth,
            [],
            [Nines(10), "999 999 9999", "999-999-9999"]
        ),
        new(
            "a German tax number's check digit",
            Kind.TaxNumber,
            0.1,
            GermanNumbers.IsTax,
            ["99 999 999 999"],
            [Nines(11)]
        ),
        new(
            "a pension number's check digit",
            Kind.SocialSecurity,
            0.1,
            GermanNumbers.IsPension,
            ["99999999A999", "99 999999 A 999", "99 999999 A 99 9"],
            []
        ),
        new("a German health number's check digit", Kind.HealthPlan, 0.1, GermanNumbers.IsHealth, ["A999999999"], []),
        new(
            "an Austrian insurance number's check digit",
            Kind.SocialSecurity,
            0.1,
            GermanNumbers.IsAustrian,
            ["9999 999999"],
            [Nines(10)]
        ),
        new(
            "a Swiss insurance number's check digit",
            Kind.SocialSecurity,
            0.1,
            GermanNumbers.IsSwiss,
            ["999.9999.9999.99"],
            [Nines(13)]
        ),
        new(
            "a NIR's key",
            Kind.NationalId,
            0.01,
            FrenchNumbers.IsNir,
            ["9 99 99 99 999 999 99", "9999999999999 99", "999999A99999999", "9 99 99 9A 999 999 99"],
            [Nines(15)]
        ),
        new(
            "a Belgian register number's key",
            Kind.NationalId,
            0.03,
            FrenchNumbers.IsBelgian,
            ["99.99.99-999.99", "99.99.99-999-99", "99.99.99 999.99"],
            [Nines(11)]
        ),
        new(
            "a DNI or NIE letter",
            Kind.NationalId,
            0.05,
            IberianNumbers.IsSpanish,
            ["99999999A", "99999999-A", "99999999 A", "99.999.999-A", "A9999999A", "A-9999999-A"],
            []
        ),
        new(
            "a CPF's check digits",
            Kind.NationalId,
            0.01,
            IberianNumbers.IsCpf,
            ["999.999.999-99", "999999999-99"],
            [Nines(11)]
        ),
        new("a NIF's check digit", Kind.TaxNumber, 0.1, IberianNumbers.IsNif, [], [Nines(9), "999 999 999"]),
        new("a CUIL's check digit", Kind.TaxNumber, 0.1, IberianNumbers.IsCuil, ["99-99999999-9"], [Nines(11)]),
        new(
            "a RUT's check digit",
            Kind.NationalId,
            0.1,
            IberianNumbers.IsRut,
            ["99.999.999-9", "99.999.999-A", "9.999.999-9", "9.999.999-A", "99999999-9", "99999999-A", "9999999-A"],
            []
        ),
        new("a PESEL's check digit", Kind.NationalId, 0.1, SlavicNumbers.IsPesel, [], [Nines(11)]),
        new(
            "a NIP's check digit",
            Kind.TaxNumber,
            0.1,
            SlavicNumbers.IsNip,
            ["999-999-99-99", "999-99-99-999"],
            [Nines(10)]
        ),
        new("an INN's check digit", Kind.TaxNumber, 0.1, SlavicNumbers.IsInn, [], [Nines(10), Nines(12)]),
        new(
            "a SNILS's check digits",
            Kind.SocialSecurity,
            0.02,
            SlavicNumbers.IsSnils,
            ["999-999-999 99", "999-999-999-99"],
            [Nines(11)]
        ),
        new("an EGN's check digit", Kind.NationalId, 0.1, SlavicNumbers.IsEgn, [], [Nines(10)]),
        new("a CNP's check digit", Kind.NationalId, 0.1, SlavicNumbers.IsCnp, [], [Nines(13)]),
        new("a JMBG's check digit", Kind.NationalId, 0.1, SlavicNumbers.IsJmbg, [], [Nines(13)]),
        new(
            "a birth number's check digit",
            Kind.NationalId,
            0.1,
            SlavicNumbers.IsBirthNumber,
            ["999999/9999"],
            [Nines(10)]
        ),
        new(
            "a personnummer's Luhn",
            Kind.NationalId,
            0.1,
            NordicNumbers.IsSwedish,
            ["999999-9999", "999999+9999", "99999999-9999"],
            [Nines(10), Nines(12)]
        ),
        new(
            "a Finnish personal code's letter",
            Kind.NationalId,
            0.04,
            NordicNumbers.IsFinnish,
            ["999999-999A", "999999-9999", "999999A999A", "999999A9999", "999999+999A", "999999+9999"],
            []
        ),
        new(
            "a Norwegian number's check digits",
            Kind.NationalId,
            0.01,
            NordicNumbers.IsNorwegian,
            ["999999 99999"],
            [Nines(11)]
        ),
        new(
            "a Baltic personal code's check digit",
            Kind.NationalId,
            0.1,
            NordicNumbers.IsBaltic,
            ["999999-99999"],
            [Nines(11)]
        ),
        new("the form of a CPR number", Kind.NationalId, 0.9, NordicNumbers.IsDanish, ["999999-9999"], [Nines(10)]),
        new("a BSN's check", Kind.NationalId, 0.1, MediterraneanNumbers.IsBsn, [], [Nines(9)]),
        new("a Turkish number's check digits", Kind.NationalId, 0.02, MediterraneanNumbers.IsTurkish, [], [Nines(11)]),
        new("an AMKA's Luhn", Kind.NationalId, 0.1, MediterraneanNumbers.IsAmka, [], [Nines(11)]),
        new("an OIB's check digit", Kind.NationalId, 0.1, MediterraneanNumbers.IsOib, [], [Nines(11)]),
        new("an Israeli number's check digit", Kind.NationalId, 0.1, MediterraneanNumbers.IsIsraeli, [], [Nines(9)]),
        new("a Saudi number's Luhn", Kind.NationalId, 0.1, MediterraneanNumbers.IsSaudi, [], [Nines(10)]),
        new(
            "an Emirates number's Luhn",
            Kind.NationalId,
            0.1,
            MediterraneanNumbers.IsEmirates,
            ["999-9999-9999999-9"],
            [Nines(15)]
        ),
        new(
            "a South African number's Luhn",
            Kind.NationalId,
            0.1,
            MediterraneanNumbers.IsSouthAfrican,
            [],
            [Nines(13)]
        ),
        new(
            "a Chinese number's check",
            Kind.NationalId,
            0.1,
            AsianNumbers.IsChinese,
            ["99999999999999999A"],
            [Nines(18)]
        ),
        new(
            "Aadhaar's Verhoeff check",
            Kind.NationalId,
            0.1,
            AsianNumbers.IsAadhaar,
            ["9999 9999 9999", "9999-9999-9999"],
            [Nines(12)]
        ),
        new("the form of an Indian account number", Kind.TaxNumber, 0.2, AsianNumbers.IsIndianTax, ["AAAAA9999A"], []),
        new(
            "a My Number's check digit",
            Kind.NationalId,
            0.1,
            AsianNumbers.IsMyNumber,
            [],
            [Nines(12), "9999 9999 9999", "9999-9999-9999"]
        ),
        new("the form of a Korean number", Kind.NationalId, 0.2, AsianNumbers.IsKoreanForm, ["999999-9999999"], []),
        new("a Korean number's check digit", Kind.NationalId, 0.1, AsianNumbers.IsKorean, [], [Nines(13)]),
        new("a tax file number's check", Kind.TaxNumber, 0.1, AsianNumbers.IsTaxFile, [], [Nines(9), "999 999 999"]),
        new(
            "an Australian Medicare number's check digit",
            Kind.HealthPlan,
            0.1,
            AsianNumbers.IsMedicare,
            ["9999 99999 9"],
            [Nines(10)]
        ),
        new("a Singapore number's letter", Kind.NationalId, 0.1, AsianNumbers.IsSingapore, ["A9999999A"], []),
        new(
            "a Thai number's check digit",
            Kind.NationalId,
            0.1,
            AsianNumbers.IsThai,
            ["9-9999-99999-99-9", "9 9999 99999 99 9"],
            [Nines(13)]
        ),
        new("an IMEI's Luhn", Kind.DeviceId, 0.1, VehicleAndDevice.IsImei, ["99-999999-999999-9"], [Nines(15)]),
    ];

    private static string Nines(int count) => new('9', count);
}
