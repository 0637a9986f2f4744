using Causum.Domain.Sensitivity.Forms;

namespace Causum.Properties.Sensitivity;

public sealed class FormTests
{
    public static TheoryData<string> CheckedForms => [.. NumberForms.All.Select(f => f.Title)];

    [Theory]
    [MemberData(nameof(CheckedForms))]
    public void Random_numbers_of_a_layout_pass_no_oftener_than_the_form_says(string title)
    {
        const int Tries = 20_000;
        var form = NumberForms.All.Single(f => f.Title == title);
        var dice = new Random(20_26);
        var bar = form.ByChance + 3 * Math.Sqrt(form.ByChance * (1 - form.ByChance) / Tries);
        foreach (var layout in form.Layouts.Concat(form.Plain))
        {
            var passed = Enumerable.Range(0, Tries).Count(_ => form.Accepts(Compact(layout, dice)));
            Assert.True(passed <= bar * Tries, $"{layout}: {passed} of {Tries}");
        }
    }

    [Fact]
    public void Layouts_are_no_longer_than_what_is_read()
    {
        Assert.All(
            NumberForms.All.SelectMany(f => f.Layouts.Concat(f.Plain)),
            l => Assert.InRange(l.Length, 1, Layouts.Longest)
        );
    }

    [Theory]
    [InlineData("+49 30 1234567", true)]
    [InlineData("030/1234567", true)]
    [InlineData("(212) 555-0143", true)]
    [InlineData("212-555-0143", true)]
    [InlineData("212.555.0143 x12", true)]
    [InlineData("06 12 34 56 78", true)]
    [InlineData("0044 20 7946 0123", true)]
    [InlineData("612 345 678", true)]
    [InlineData("2024-05-06", false)]
    [InlineData("06.05.2024", false)]
    [InlineData("1 234 567", false)]
    [InlineData("12.345.678", false)]
    [InlineData("2125550143", false)]
    [InlineData("123-45-6789", false)]
    [InlineData("4111 1111 1111 1111", false)]
    public void Telephone_numbers_are_told_from_dates_and_amounts(string text, bool phone) =>
        Assert.Equal(phone, PhoneNumber.IsWhole(text));

    [Theory]
    [InlineData("::1", true)]
    [InlineData("2001:db8::8a2e:370:7334", true)]
    [InlineData("2001:0db8:0000:0000:0000:8a2e:0370:7334", true)]
    [InlineData("::ffff:192.0.2.128", true)]
    [InlineData("fe80::1%eth0", true)]
    [InlineData("10:15:00", false)]
    [InlineData("1::2::3", false)]
    [InlineData("2001:db8", false)]
    [InlineData("12345::", false)]
    public void Ipv6_is_read_by_hand_as_the_standard_says(string text, bool address) =>
        Assert.Equal(address, NetworkAddress.IsIpv6(text));

    [Theory]
    [InlineData("anna@example.org", true)]
    [InlineData("\"anna lund\"@example.org", true)]
    [InlineData("o'neil+tag@mail.example.co.uk", true)]
    [InlineData("müller@münchen.example", true)]
    [InlineData("用户@例子.测试", true)]
    [InlineData("mailto:anna@example.org", true)]
    [InlineData("anna@localhost", false)]
    [InlineData("@handle", false)]
    [InlineData("a@b.c", false)]
    [InlineData("two words@example.org", false)]
    public void Mail_addresses_are_told_by_their_form(string text, bool address) =>
        Assert.Equal(address, EmailAddress.IsWhole(text));

    private static string Compact(string layout, Random dice) =>
        string.Concat(
            layout
                .Where(char.IsAsciiLetterOrDigit)
                .Select(c => c == '9' ? (char)('0' + dice.Next(10)) : (char)('A' + dice.Next(26)))
        );
}
