using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>A database file below the folders that the agent's own settings allow; links are followed before it is compared.</summary>
internal static class LocalFile
{
    /// <summary>The full path, without a look at the disk.</summary>
    public static Either<TaskFailure, string> Place(string path, IReadOnlyList<string> dataDirs)
    {
        if (
            path.Contains("://", StringComparison.Ordinal)
            || path.StartsWith(':')
            || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || path.Any(char.IsControl)
        )
            return Refused("database.path must be the path of a file, not a URL and not in memory");
        var full = Path.GetFullPath(path);
        return IsBelow(full, dataDirs)
            ? full
            : Refused("database.path must lie in one of the folders of AGENT_DATA_DIRS");
    }

    /// <summary>Looked at again when it is opened: the file may have come, gone or become a link since.</summary>
    public static Option<TaskFailure> Check(string path, IReadOnlyList<string> dataDirs)
    {
        if (!File.Exists(path))
            return DatabaseFailures.Of(
                Directory.Exists(path) ? DatabaseFault.InvalidConfig : DatabaseFault.DatabaseNotFound
            );
        return dataDirs.Count == 0 || IsBelow(Real(path), [.. dataDirs.Select(Real)])
            ? None
            : Refused("database.path leads by a link out of the folders of AGENT_DATA_DIRS");
    }

    /// <summary>A file that the agent's own user may write is held back by the read-only opening alone.</summary>
    public static IReadOnlyList<string> Warnings(string path)
    {
        try
        {
            using var _ = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return
            [
                "The agent's user may write the database file; only the read-only opening holds it back: give it the right to read the file and nothing more.",
            ];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return [];
        }
    }

    private static TaskFailure Refused(string detail) => TaskFailure.Configuration(Component.Database, $"{detail}.");

    private static bool IsBelow(string full, IReadOnlyList<string> dataDirs) =>
        dataDirs.Count == 0
        || dataDirs.Any(dir =>
            full.StartsWith(
                Path.TrimEndingDirectorySeparator(Path.GetFullPath(dir)) + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            )
        );

    /// <summary>Every link on the way resolved, not only the last.</summary>
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(path) ?? "";
        foreach (var part in Path.GetFullPath(path)[real.Length..].Split(Path.DirectorySeparatorChar))
        {
            real = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (entry.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                real = Real(target.FullName);
        }
        return real;
    }
}
