using System.Text;
using Causum.Application.Ports;
using Causum.Domain.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causum.Infrastructure.State;

/// <summary>What survives a restart.</summary>
public static class StateModule
{
    private const string IdentityName = "instance-id";

    /// <summary>Needs <see cref="AgentSettings"/> and logging.</summary>
    public static IServiceCollection AddStateFiles(this IServiceCollection services) =>
        services.AddSingleton<IStateStore>(provider => new FileStateStore(
            provider.GetRequiredService<AgentSettings>().StateDirectory,
            provider.GetRequiredService<ILogger<FileStateStore>>()
        ));

    /// <summary>The name that this instance had before; a new one if it had none or the file is damaged.</summary>
    public static InstanceIdentity LoadIdentity(string stateDirectory)
    {
        var store = new FileStateStore(stateDirectory, NullLogger.Instance);
        var place = Path.Combine(stateDirectory, IdentityName);
        var kept = store.Read(IdentityName).Map(bytes => Encoding.UTF8.GetString(bytes).Trim());
        if (kept.Case is string id && IsIdentity(id))
            return new InstanceIdentity(id, place, None);
        var damaged = kept.IsSome || File.Exists(place);
        return MakeIdentity(
            store,
            place,
            damaged ? Some($"{place} is damaged or cannot be read: this instance has a new ID") : None
        );
    }

    /// <summary>A new name from now on.</summary>
    public static InstanceIdentity ResetIdentity(string stateDirectory) =>
        MakeIdentity(
            new FileStateStore(stateDirectory, NullLogger.Instance),
            Path.Combine(stateDirectory, IdentityName),
            None
        );

    private static InstanceIdentity MakeIdentity(FileStateStore store, string place, Option<string> warning)
    {
        var id = Guid.NewGuid().ToString("D");
        return store.Write(IdentityName, Encoding.UTF8.GetBytes(id + "\n"))
            ? new InstanceIdentity(id, place, warning)
            : new InstanceIdentity(
                id,
                place,
                $"{place} cannot be written: this instance gets another ID at every start; set AGENT_STATE_DIR or AGENT_INSTANCE_ID"
            );
    }

    private static bool IsIdentity(string text) =>
        text.Length is > 0 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');
}
