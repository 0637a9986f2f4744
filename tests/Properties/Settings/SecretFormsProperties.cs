using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Application.Redaction;
using Causum.Domain.Secrets;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Settings;

/// <summary>A secret is found in whatever form it was written.</summary>
public sealed class SecretFormsProperties
{
    private const string Alphabet = "abcXYZ0189 +/\"\\<>&'=%ü€\n";

    [Property(MaxTest = 500)]
    public Property Base64_of_any_text_around_a_secret_gives_no_whole_secret_back() =>
        Prop.ForAll(
            Texts(8, 40).ToArbitrary(),
            Texts(0, 9).ToArbitrary(),
            Texts(0, 9).ToArbitrary(),
            (secret, before, after) =>
            {
                var written = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + after));
                return Redacted(secret, written) != written;
            }
        );

    [Property(MaxTest = 500)]
    public Property Plain_hex_url_and_json_forms_are_replaced() =>
        Prop.ForAll(
            Texts(4, 40).ToArbitrary(),
            secret =>
            {
                string[] forms =
                [
                    secret,
                    Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
                    Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)),
                    Uri.EscapeDataString(secret),
                    JsonEncodedText.Encode(secret).ToString(),
                    JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                ];
                return forms.All(form => Redacted(secret, $"[{form}]") == "[***]");
            }
        );

    [Fact]
    public void What_holds_no_secret_stays_as_it_is() =>
        Assert.Equal("nothing to see", Redacted("planted-pw", "nothing to see"));

    private static string Redacted(string secret, string text)
    {
        var known = new KnownSecrets();
        known.Add(new Secret(secret));
        return known.Redact(text);
    }

    private static Gen<string> Texts(int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from characters in Gen.ArrayOf(Gen.Elements<char>(Alphabet.ToCharArray()), length)
        select new string(characters);
}
