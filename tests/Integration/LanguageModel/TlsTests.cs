using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Config;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("llm-tls-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_server_signed_by_the_operators_CA_is_trusted_only_with_the_CA_file()
    {
        using var ca = Authority("Test CA");
        using var certificate = Signed(ca, "127.0.0.1");
        await using var stub = await StubModel.StartAsync(certificate: certificate);

        var trusted = await AskAsync(stub, Write(ca));
        var untrusted = await AskAsync(stub, None);

        Assert.True(trusted.IsRight);
        var failure = Outcomes.Left(untrusted);
        Assert.Equal("unavailable", failure.Category);
        Assert.Contains("AGENT_CA_FILE", failure.NextSteps.IfNone(""), StringComparison.Ordinal);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Another_CA_or_another_host_name_is_not_trusted()
    {
        using var ca = Authority("Test CA");
        using var foreign = Authority("Foreign CA");
        using var wrongHost = Signed(ca, "127.0.0.9");
        using var wrongSigner = Signed(foreign, "127.0.0.1");
        await using var first = await StubModel.StartAsync(certificate: wrongHost);
        await using var second = await StubModel.StartAsync(certificate: wrongSigner);

        Assert.True((await AskAsync(first, Write(ca))).IsLeft);
        Assert.True((await AskAsync(second, Write(ca))).IsLeft);
        Assert.Empty(first.Requests);
        Assert.Empty(second.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no certificate")]
    public void A_CA_file_that_cannot_be_read_stops_the_opening(string? content)
    {
        var path = Path.Combine(folder.FullName, "broken.pem");
        if (content is not null)
            File.WriteAllText(path, content);
        var opened = OpenModel.Open(
            OpenModel.Config("https://host.example/v1", LlmAuth.NoAuth),
            OpenModel.Secrets(),
            OpenModel.AnyEndpoint with
            {
                CaFile = path,
            }
        );
        Assert.Equal("configuration_error", Outcomes.Left(opened).Code);
    }

    private static async Task<Either<Domain.Tasks.TaskFailure, Application.Ports.ModelReply>> AskAsync(
        StubModel stub,
        Option<string> caFile
    )
    {
        using var model = Outcomes.Right(
            OpenModel.Open(
                OpenModel.Config(stub.Endpoint, LlmAuth.NoAuth),
                OpenModel.Secrets(),
                OpenModel.AnyEndpoint with
                {
                    CaFile = caFile,
                }
            )
        );
        return await model.AskAsync(OpenModel.Request(), CancellationToken.None);
    }

    private string Write(X509Certificate2 certificate)
    {
        var path = Path.Combine(folder.FullName, $"{certificate.SerialNumber}.pem");
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static X509Certificate2 Signed(X509Certificate2 authority, string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stub", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(
            authority,
            DateTimeOffset.UtcNow.AddHours(-1),
            DateTimeOffset.UtcNow.AddDays(1),
            RandomNumberGenerator.GetBytes(12)
        );
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
