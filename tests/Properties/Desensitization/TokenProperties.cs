using System.Globalization;
using System.Text.RegularExpressions;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Properties.Desensitization.Support;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Desensitization;

public sealed partial class TokenProperties
{
    [GeneratedRegex(
        "^[A-Z]{3}_([0-9a-f]{8}|[0-9a-f]{12}|[0-9a-f]{16}|suppressed)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shape();

    private static readonly int[] Lengths = [8, 12, 16];

    [Property(MaxTest = 300)]
    public bool Every_scalar_becomes_one_token_of_its_kind(int seed, byte kind)
    {
        var of = Kind.All[kind % Kind.All.Count];
        var cell = Cells.Scalar(new Random(seed));
        var token = Masking.Token(of, cell);
        return Shape().IsMatch(token) && token.StartsWith(of.Prefix, StringComparison.Ordinal);
    }

    [Property]
    public bool Spellings_of_a_name_join(int seed)
    {
        var random = new Random(seed);
        var name = $"{Cells.Word(random)} {Cells.Word(random)}";
        var wide = string.Concat(name.Select(c => c == ' ' ? '\u3000' : (char)(c - '!' + '！')));
        string[] spellings =
        [
            name.ToUpperInvariant(),
            $"  {name} ",
            name.Replace(" ", " \t ", StringComparison.Ordinal),
            wide,
        ];
        var token = Masking.Token(Kind.PersonName, name);
        return spellings.All(spelling => Masking.Token(Kind.PersonName, spelling) == token);
    }

    [Property]
    public bool Spellings_of_a_password_do_not_join(int seed)
    {
        var password = Cells.Word(new Random(seed));
        string[] spellings = [password.ToUpperInvariant(), password + " ", " " + password];
        return spellings.All(spelling =>
            Masking.Token(Kind.Password, spelling) != Masking.Token(Kind.Password, password)
        );
    }

    [Property]
    public bool Distinct_names_get_distinct_tokens_even_when_short_tokens_clash(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        var names = Enumerable.Range(0, 60).Select(_ => Cells.Word(random)).Distinct(StringComparer.Ordinal).ToArray();
        var masked = Masking.Mask(
            new TokenLength(1),
            [Masking.Sensitive(Kind.PersonName)],
            [.. names.Select(name => new[] { CellValue.Text(name) })]
        );
        var tokens = masked.Rows.Rows.Select(row => row[0].ToText()).ToArray();
        return tokens.Distinct(StringComparer.Ordinal).Count() == names.Length && masked.Collisions > names.Length / 2;
    }

    [Property]
    public bool A_longer_token_starts_with_the_shorter_one(int seed)
    {
        var cell = CellValue.Text(Cells.Word(new Random(seed)));
        var tokens = Lengths
            .Select(digits =>
                Masking.Mask(new TokenLength(digits), [Masking.Sensitive(Kind.Email)], [cell]).Rows.Rows[0][0].ToText()
            )
            .ToArray();
        return tokens[1].StartsWith(tokens[0], StringComparison.Ordinal)
            && tokens[2].StartsWith(tokens[1], StringComparison.Ordinal);
    }

    [Property]
    public bool Another_key_gives_another_token(int seed)
    {
        var cell = CellValue.Text(Cells.Word(new Random(seed)));
        var task = People.Key.ForTask(BitConverter.GetBytes((long)seed));
        string[] tokens =
        [
            Masking.Token(Kind.Email, cell),
            Masking.Token(Kind.Email, cell, Masking.OtherKey),
            Masking.Token(Kind.Email, cell, task),
        ];
        return tokens.Distinct(StringComparer.Ordinal).Count() == tokens.Length;
    }

    [Property]
    public bool Equal_digits_of_two_kinds_do_not_join(PositiveInt number) =>
        Masking.Token(Kind.Phone, CellValue.Integer(number.Get))[4..]
        != Masking.Token(Kind.BankAccount, CellValue.Integer(number.Get))[4..];

    [Property]
    public bool One_number_has_one_token_whatever_its_type(int number)
    {
        CellValue[] forms =
        [
            CellValue.Integer(number),
            CellValue.Decimal($"{number}.00"),
            CellValue.Real(number),
            CellValue.Text(number.ToString(CultureInfo.InvariantCulture)),
        ];
        return forms.Select(form => Masking.Token(Kind.CustomerAccount, form)).Distinct(StringComparer.Ordinal).Count()
            == 1;
    }

    [Fact]
    public void Spellings_of_one_number_join()
    {
        Assert.Equal(Masking.Token(Kind.Phone, "+49 30 1234567"), Masking.Token(Kind.Phone, "0049 (30) 123-4567"));
        Assert.Equal(
            Masking.Token(Kind.Iban, "DE89 3704 0044 0532 0130 00"),
            Masking.Token(Kind.Iban, "de89370400440532013000")
        );
        Assert.Equal(
            Masking.Token(Kind.SocialSecurity, "012-34-5678"),
            Masking.Token(Kind.SocialSecurity, CellValue.Integer(12345678))
        );
        Assert.Equal(
            Masking.Token(Kind.BirthDate, CellValue.Date(new DateOnly(1980, 2, 3))),
            Masking.Token(
                Kind.BirthDate,
                CellValue.Timestamp(new DateTime(1980, 2, 3, 0, 0, 0, DateTimeKind.Unspecified))
            )
        );
        Assert.NotEqual(Masking.Token(Kind.Unknown, "007"), Masking.Token(Kind.Unknown, "7"));
    }

    /// <summary>Pinned: a change here changes the tokens of every customer and needs a new canonical version.</summary>
    [Fact]
    public void Tokens_stay_what_they_are_from_release_to_release()
    {
        Assert.Equal("EML_06f5eb97", Masking.Token(Kind.Email, "Ann.Example@Mail.example"));
        Assert.Equal("PHN_9f6230eb", Masking.Token(Kind.Phone, "+49 30 1234567"));
        Assert.Equal("1-55a8", People.Key.Version);
    }

    [Fact]
    public void Tokens_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = "٫";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.DateSeparator = "|";
        CellValue[] cells =
        [
            CellValue.Decimal("-12.50"),
            CellValue.Real(-0.25),
            CellValue.Date(new DateOnly(2001, 2, 3)),
            CellValue.Text("IıİI"),
        ];
        var tokens = cells.Select(cell => Masking.Token(Kind.Email, cell)).ToArray();
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(tokens, cells.Select(cell => Masking.Token(Kind.Email, cell)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("c2hvcnQ=", false)]
    [InlineData("only thirty-one characters long", false)]
    [InlineData("exactly thirty-two characters ok", true)]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", true)]
    [InlineData("  AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", true)]
    public void A_key_is_base64_of_32_bytes_or_a_text_of_32_characters(string text, bool isKey) =>
        Assert.Equal(isKey, TokenKey.Parse(text, TokenSharing.Shared).IsSome);

    [Fact]
    public void A_key_is_never_printed() => Assert.Equal("***", $"{People.Key}");
}
