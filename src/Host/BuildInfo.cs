using System.Reflection;
using System.Runtime.InteropServices;

namespace Causum.Host;

/// <summary>What this binary is.</summary>
public static class BuildInfo
{
    /// <summary><c>1.2.3</c></summary>
    public static string Version => Informational.Split('+')[0];

    /// <summary>The source revision it was built from, or <c>unknown</c>.</summary>
    public static string Commit => Informational.Split('+') is [_, var commit, ..] ? commit : "unknown";

    public static string Runtime => RuntimeInformation.FrameworkDescription;

    public static string Platform => RuntimeInformation.RuntimeIdentifier;

    private static string Informational =>
        typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";
}
