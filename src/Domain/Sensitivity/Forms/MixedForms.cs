using Causum.Domain.Sensitivity.Checksums;

namespace Causum.Domain.Sensitivity.Forms;

/// <summary>Codes whose places may hold letters or digits, told by their length: one word, upper case.</summary>
internal static class MixedForms
{
    public static readonly Form Iban = new("IBAN's mod 97", Kind.Iban, 0.02, Checksums.Iban.Accepts, [], []);
    public static readonly Form Vin = new(
        "a VIN's check digit",
        Kind.VehicleId,
        0.1,
        VehicleAndDevice.IsCheckedVin,
        [],
        []
    );
    public static readonly Form VinForm = new(
        "the form of a VIN",
        Kind.VehicleId,
        0.2,
        VehicleAndDevice.IsVinForm,
        [],
        []
    );
    public static readonly Form CodiceFiscale = new(
        "a codice fiscale's letter",
        Kind.TaxNumber,
        0.05,
        Checksums.CodiceFiscale.Accepts,
        [],
        []
    );
    public static readonly Form Curp = new("a CURP's check digit", Kind.NationalId, 0.1, IberianNumbers.IsCurp, [], []);
    public static readonly Form Medicare = new(
        "the form of a Medicare number",
        Kind.HealthPlan,
        0.2,
        AmericanNumbers.IsMedicare,
        [],
        []
    );
    public static readonly Form Mrz = new(
        "a passport line's check digits",
        Kind.Passport,
        0.1,
        MachineReadableZone.IsLine,
        [],
        []
    );

    /// <summary>The forms that a word of this length can have; not the IBAN, which is told by its country.</summary>
    public static ReadOnlySpan<Form> OfLength(int length) =>
        length switch
        {
            11 => Eleven,
            16 => Sixteen,
            17 => Seventeen,
            18 => Eighteen,
            30 or 36 or 44 => Lines,
            _ => [],
        };

    private static readonly Form[] Eleven = [Medicare];
    private static readonly Form[] Sixteen = [CodiceFiscale];
    private static readonly Form[] Seventeen = [Vin, VinForm];
    private static readonly Form[] Eighteen = [Curp];
    private static readonly Form[] Lines = [Mrz];
}
