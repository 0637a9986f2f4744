using Causum.Domain.Sensitivity.Checksums;

namespace Causum.Properties.Sensitivity;

/// <summary>Numbers that the schemes' own documents publish as examples, or that are made by the published rule.</summary>
public sealed class ChecksumTests
{
    internal delegate bool Check(ReadOnlySpan<char> number);

    private static readonly Dictionary<string, Check> Checks = new(StringComparer.Ordinal)
    {
        ["card"] = PaymentCards.Accepts,
        ["iban"] = Iban.Accepts,
        ["verhoeff"] = Verhoeff.Accepts,
        ["aadhaar"] = AsianNumbers.IsAadhaar,
        ["routing"] = AmericanNumbers.IsRouting,
        ["npi"] = AmericanNumbers.IsProvider,
        ["dea"] = AmericanNumbers.IsPrescriber,
        ["mbi"] = AmericanNumbers.IsMedicare,
        ["nhs"] = BritishNumbers.IsHealth,
        ["nino"] = BritishNumbers.IsNationalInsurance,
        ["steuer"] = GermanNumbers.IsTax,
        ["rente"] = GermanNumbers.IsPension,
        ["kvnr"] = GermanNumbers.IsHealth,
        ["ahv"] = GermanNumbers.IsSwiss,
        ["nir"] = FrenchNumbers.IsNir,
        ["rrn-be"] = FrenchNumbers.IsBelgian,
        ["dni"] = IberianNumbers.IsSpanish,
        ["cpf"] = IberianNumbers.IsCpf,
        ["rut"] = IberianNumbers.IsRut,
        ["curp"] = IberianNumbers.IsCurp,
        ["cf"] = CodiceFiscale.Accepts,
        ["pesel"] = SlavicNumbers.IsPesel,
        ["nip"] = SlavicNumbers.IsNip,
        ["inn"] = SlavicNumbers.IsInn,
        ["snils"] = SlavicNumbers.IsSnils,
        ["egn"] = SlavicNumbers.IsEgn,
        ["cnp"] = SlavicNumbers.IsCnp,
        ["jmbg"] = SlavicNumbers.IsJmbg,
        ["rc"] = SlavicNumbers.IsBirthNumber,
        ["se"] = NordicNumbers.IsSwedish,
        ["hetu"] = NordicNumbers.IsFinnish,
        ["no"] = NordicNumbers.IsNorwegian,
        ["ee"] = NordicNumbers.IsBaltic,
        ["bsn"] = MediterraneanNumbers.IsBsn,
        ["tr"] = MediterraneanNumbers.IsTurkish,
        ["oib"] = MediterraneanNumbers.IsOib,
        ["za"] = MediterraneanNumbers.IsSouthAfrican,
        ["cn"] = AsianNumbers.IsChinese,
        ["jp"] = AsianNumbers.IsMyNumber,
        ["kr"] = AsianNumbers.IsKorean,
        ["sg"] = AsianNumbers.IsSingapore,
        ["tfn"] = AsianNumbers.IsTaxFile,
        ["vin"] = VehicleAndDevice.IsCheckedVin,
        ["imei"] = VehicleAndDevice.IsImei,
        ["mrz"] = MachineReadableZone.IsLine,
    };

    [Theory]
    [InlineData("card", "4111111111111111")]
    [InlineData("card", "5555555555554444")]
    [InlineData("card", "378282246310005")]
    [InlineData("card", "30569309025904")]
    [InlineData("card", "6011111111111117")]
    [InlineData("card", "3530111333300000")]
    [InlineData("iban", "DE89370400440532013000")]
    [InlineData("iban", "GB82WEST12345698765432")]
    [InlineData("iban", "FR1420041010050500013M02606")]
    [InlineData("iban", "NO9386011117947")]
    [InlineData("iban", "SA0380000000608010167519")]
    [InlineData("verhoeff", "2363")]
    [InlineData("routing", "021000021")]
    [InlineData("routing", "111000025")]
    [InlineData("npi", "1234567893")]
    [InlineData("dea", "AB1234563")]
    [InlineData("mbi", "1EG4TE5MK73")]
    [InlineData("nhs", "9434765919")]
    [InlineData("nino", "AB123456C")]
    [InlineData("steuer", "86095742719")]
    [InlineData("steuer", "65929970489")]
    [InlineData("rente", "15070649C103")]
    [InlineData("kvnr", "A123456780")]
    [InlineData("ahv", "7569217076985")]
    [InlineData("nir", "255081416802538")]
    [InlineData("rrn-be", "93051822361")]
    [InlineData("dni", "12345678Z")]
    [InlineData("dni", "X1234567L")]
    [InlineData("cpf", "11144477735")]
    [InlineData("rut", "123456785")]
    [InlineData("cf", "RSSMRA85T10A562S")]
    [InlineData("pesel", "44051401359")]
    [InlineData("nip", "1234563218")]
    [InlineData("inn", "500100732259")]
    [InlineData("inn", "7707083893")]
    [InlineData("snils", "11223344595")]
    [InlineData("egn", "7523169263")]
    [InlineData("jmbg", "0101006500006")]
    [InlineData("rc", "7103192745")]
    [InlineData("se", "8112189876")]
    [InlineData("hetu", "131052-308T")]
    [InlineData("ee", "37605030299")]
    [InlineData("bsn", "111222333")]
    [InlineData("tr", "10000000146")]
    [InlineData("oib", "33392005961")]
    [InlineData("za", "8001015009087")]
    [InlineData("cn", "11010519491231002X")]
    [InlineData("jp", "123456789018")]
    [InlineData("sg", "S1234567D")]
    [InlineData("tfn", "123456782")]
    [InlineData("vin", "1M8GDM9AXKP042788")]
    [InlineData("vin", "11111111111111111", false)]
    [InlineData("imei", "490154203237518")]
    [InlineData("mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")]
    [InlineData("mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<")]
    public void A_published_number_is_accepted(string scheme, string number, bool accepted = true) =>
        Assert.Equal(accepted, Checks[scheme](number));

    [Theory]
    [InlineData("card", "4111111111111111")]
    [InlineData("iban", "DE89370400440532013000")]
    [InlineData("verhoeff", "2363")]
    [InlineData("npi", "1234567893")]
    [InlineData("nhs", "9434765919")]
    [InlineData("cn", "11010519491231002X")]
    [InlineData("imei", "490154203237518")]
    [InlineData("bsn", "111222333")]
    [InlineData("pesel", "44051401359")]
    [InlineData("nir", "255081416802538")]
    [InlineData("ahv", "7569217076985")]
    [InlineData("za", "8001015009087")]
    public void A_wrong_digit_is_refused(string scheme, string number)
    {
        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
                continue;
            for (var d = '0'; d <= '9'; d++)
            {
                if (d != number[i])
                    Assert.False(
                        Checks[scheme](string.Concat(number.AsSpan(0, i), [d], number.AsSpan(i + 1))),
                        $"place {i}"
                    );
            }
        }
    }

    [Fact]
    public void Verhoeff_refuses_every_swap_of_neighbours()
    {
        const string Number = "2363";
        for (var i = 0; i + 1 < Number.Length; i++)
        {
            var swapped = Number.ToCharArray();
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            Assert.Equal(Number[i] == Number[i + 1], Verhoeff.Accepts(swapped));
        }
    }
}
