using System.Collections.Frozen;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>Kinds whose values are numbers or codes, so that a word for one makes a number beside it sensitive.</summary>
internal static class NumberKinds
{
    private static readonly FrozenSet<Kind> Kinds = new[]
    {
        Kind.Phone,
        Kind.Fax,
        Kind.BirthDate,
        Kind.PersonalDate,
        Kind.SocialSecurity,
        Kind.NationalId,
        Kind.TaxNumber,
        Kind.Passport,
        Kind.DrivingLicence,
        Kind.ProfessionalLicence,
        Kind.MedicalRecord,
        Kind.HealthPlan,
        Kind.Iban,
        Kind.BankAccount,
        Kind.CardNumber,
        Kind.CardSecurityCode,
        Kind.CustomerAccount,
        Kind.VehicleId,
        Kind.LicencePlate,
        Kind.DeviceId,
        Kind.Password,
        Kind.SecretKey,
        Kind.Session,
        Kind.OtherId,
    }.ToFrozenSet();

    public static bool Contains(Kind kind) => Kinds.Contains(kind);

    public static bool AreDates(Kind kind) => kind == Kind.BirthDate || kind == Kind.PersonalDate;
}
