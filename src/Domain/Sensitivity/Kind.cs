namespace Causum.Domain.Sensitivity;

/// <summary>
/// What a sensitive value is. The prefix of its tokens and the wire name are functions of the kind, never of a model's words.
/// Kinds change only by release.
/// </summary>
public sealed class Kind
{
    public static readonly Kind PersonName = new("NAM", "person_name");
    public static readonly Kind Email = new("EML", "email");
    public static readonly Kind Phone = new("PHN", "phone");
    public static readonly Kind Fax = new("FAX", "fax");
    public static readonly Kind Address = new("ADR", "address");
    public static readonly Kind City = new("CTY", "city");
    public static readonly Kind PostalCode = new("ZIP", "postal_code");
    public static readonly Kind Geolocation = new("GEO", "geolocation");
    public static readonly Kind BirthDate = new("DOB", "birth_date");
    public static readonly Kind PersonalDate = new("DTE", "personal_date");
    public static readonly Kind Age = new("AGE", "age");
    public static readonly Kind SocialSecurity = new("SSN", "social_security_number");
    public static readonly Kind NationalId = new("NID", "national_id");
    public static readonly Kind TaxNumber = new("TAX", "tax_number");
    public static readonly Kind Passport = new("PAS", "passport");
    public static readonly Kind DrivingLicence = new("DRV", "driving_licence");
    public static readonly Kind ProfessionalLicence = new("LIC", "professional_licence");
    public static readonly Kind MedicalRecord = new("MRN", "medical_record_number");
    public static readonly Kind HealthPlan = new("HPN", "health_plan_number");
    public static readonly Kind Health = new("DGN", "health");
    public static readonly Kind Biometric = new("BIO", "biometric");
    public static readonly Kind Image = new("IMG", "image");
    public static readonly Kind Iban = new("IBN", "iban");
    public static readonly Kind BankAccount = new("BAN", "bank_account");
    public static readonly Kind CardNumber = new("CCN", "card_number");
    public static readonly Kind CardSecurityCode = new("CVV", "card_security_code");
    public static readonly Kind CustomerAccount = new("ACC", "customer_account");
    public static readonly Kind CryptoAddress = new("CRY", "crypto_address");
    public static readonly Kind Income = new("SAL", "income");
    public static readonly Kind VehicleId = new("VIN", "vehicle_id");
    public static readonly Kind LicencePlate = new("PLT", "licence_plate");
    public static readonly Kind DeviceId = new("DEV", "device_id");
    public static readonly Kind MacAddress = new("MAC", "mac_address");
    public static readonly Kind IpAddress = new("IPA", "ip_address");
    public static readonly Kind Url = new("URL", "url");
    public static readonly Kind UserName = new("USR", "user_name");
    public static readonly Kind Password = new("PWD", "password");
    public static readonly Kind SecretKey = new("SEC", "secret");
    public static readonly Kind Session = new("SES", "session");
    public static readonly Kind Religion = new("REL", "religion");
    public static readonly Kind Ethnicity = new("ETH", "ethnicity");
    public static readonly Kind Politics = new("POL", "politics");
    public static readonly Kind UnionMembership = new("UNI", "union_membership");
    public static readonly Kind SexualLife = new("SEX", "sexual_life");
    public static readonly Kind Offence = new("CRM", "offence");
    public static readonly Kind OtherId = new("OID", "other_personal_number");
    public static readonly Kind FreeText = new("TXT", "free_text");
    public static readonly Kind JsonDocument = new("JSN", "json_document");
    public static readonly Kind Binary = new("BIN", "binary");
    public static readonly Kind Unknown = new("UNK", "unknown");
    public static readonly Kind Gender = new("GND", "gender");
    public static readonly Kind Nationality = new("NAT", "nationality");
    public static readonly Kind MaritalStatus = new("MAR", "marital_status");
    public static readonly Kind Occupation = new("OCC", "occupation");

    /// <summary>Every kind, in the order of the reference table.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        PersonName,
        Email,
        Phone,
        Fax,
        Address,
        City,
        PostalCode,
        Geolocation,
        BirthDate,
        PersonalDate,
        Age,
        SocialSecurity,
        NationalId,
        TaxNumber,
        Passport,
        DrivingLicence,
        ProfessionalLicence,
        MedicalRecord,
        HealthPlan,
        Health,
        Biometric,
        Image,
        Iban,
        BankAccount,
        CardNumber,
        CardSecurityCode,
        CustomerAccount,
        CryptoAddress,
        Income,
        VehicleId,
        LicencePlate,
        DeviceId,
        MacAddress,
        IpAddress,
        Url,
        UserName,
        Password,
        SecretKey,
        Session,
        Religion,
        Ethnicity,
        Politics,
        UnionMembership,
        SexualLife,
        Offence,
        OtherId,
        FreeText,
        JsonDocument,
        Binary,
        Unknown,
        Gender,
        Nationality,
        MaritalStatus,
        Occupation,
    ];

    private Kind(string prefix, string name) => (Prefix, Name) = (prefix, name);

    /// <summary>Three upper-case letters, the start of every token of this kind.</summary>
    public string Prefix { get; }

    /// <summary>The name in receipts and results.</summary>
    public string Name { get; }

    public override string ToString() => Name;

    public static Option<Kind> Parse(string name) =>
        All.FirstOrDefault(k =>
            string.Equals(k.Name, name, StringComparison.Ordinal)
            || string.Equals(k.Prefix, name, StringComparison.Ordinal)
        )
            is { } kind
            ? kind
            : None;
}
