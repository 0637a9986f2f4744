using Causum.Domain.Sensitivity;

namespace Causum.Properties.Sensitivity;

public sealed class TextScannerTests
{
    [Theory]
    [InlineData("write to anna.lund@example.org today", "anna.lund@example.org", "EML")]
    [InlineData("请联系anna@example.org谢谢", "anna@example.org", "EML")]
    [InlineData("pay to DE89 3704 0044 0532 0130 00, please", "DE89 3704 0044 0532 0130 00", "IBN")]
    [InlineData("(DE89370400440532013000)", "DE89370400440532013000", "IBN")]
    [InlineData("card 4111 1111 1111 1111.", "4111 1111 1111 1111", "CCN")]
    [InlineData("call +49 30 123456-78 now", "+49 30 123456-78", "PHN")]
    [InlineData("ssn 078-05-1120 given", "078-05-1120", "SSN")]
    [InlineData("host 192.168.17.45 down", "192.168.17.45", "IPA")]
    [InlineData("mac 00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7", "MAC")]
    [InlineData("passport number 123456789 seen", "123456789", "PAS")]
    [InlineData("born 1980-02-03 in spring", "1980-02-03", "DOB")]
    [InlineData("see NAM_a1b2c3d4 there", "NAM_a1b2c3d4", "UNK")]
    [InlineData("db postgres://app:hunter22@db.internal/x !", "postgres://app:hunter22@db.internal/x", "SEC")]
    [InlineData("password=hunter22", "hunter22", "PWD")]
    public void A_sensitive_span_is_found_exactly(string text, string span, string prefix)
    {
        var found = Assert.Single(TextScanner.Find(text, ""));
        Assert.Equal(span, text.Substring(found.Start, found.Length));
        Assert.Equal(prefix, found.Kind.Prefix);
    }

    [Theory]
    [InlineData("order 12345678 shipped on 2024-05-06 at 10:15:00")]
    [InlineData("version 1.2.3.4 of the library")]
    [InlineData("total 1 234 567 units, 99.95 each")]
    [InlineData("")]
    public void Harmless_text_has_no_span(string text) => Assert.Empty(TextScanner.Find(text, ""));
}
