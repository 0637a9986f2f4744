using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Config;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>Where a database server is and how to log in there, by password or client certificate; all of it in memory.</summary>
/// <param name="ConnectTimeout">Seconds.</param>
/// <param name="Password">May be missing only where a client certificate is shown.</param>
/// <param name="Authorities">Trusted instead of the system's.</param>
internal sealed record ServerLogin(
    string Host,
    int Port,
    string Database,
    string UserName,
    int ConnectTimeout,
    Option<string> Password,
    Option<X509Certificate2> ClientCertificate,
    Option<X509Certificate2Collection> Authorities
)
{
    public static Either<TaskFailure, ServerLogin> Read(
        DatabaseConfig config,
        ConnectionSettings settings,
        int defaultPort,
        DateTimeOffset now
    )
    {
        var withCertificate = config.AuthType == "ssl_cert";
        return from host in settings.Required("host")
            from port in settings.Port(defaultPort)
            from database in settings.Required("database")
            from userName in settings.Required("username")
            from timeout in settings.ConnectTimeout()
            from password in withCertificate
                ? Right<TaskFailure, Option<string>>(settings.Optional("password"))
                : settings.Credential("password").Map(Some)
            from certificate in withCertificate
                ? CertificateMaterial.Client(settings, now).Map(Some)
                : Right<TaskFailure, Option<X509Certificate2>>(None)
            from authorities in CertificateMaterial.Authorities(settings)
            select new ServerLogin(host, port, database, userName, timeout, password, certificate, authorities);
    }
}
