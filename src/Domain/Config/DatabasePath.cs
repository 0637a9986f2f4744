namespace Causum.Domain.Config;

/// <summary>Where a database file may lie, judged by its text alone; who opens it looks again, with links resolved.</summary>
internal static class DatabasePath
{
    public static bool IsAbsolute(string path) =>
        path.StartsWith('/')
        || path.StartsWith(@"\\", StringComparison.Ordinal)
        || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '/' or '\\');

    public static Option<string> Fault(string path, IReadOnlyList<string> folders)
    {
        if (path.StartsWith(':') || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return "must be the path of a file: memory databases and URLs are not served";
        if (path.Contains("://", StringComparison.Ordinal) || path.Contains('?'))
            return "must be the path of a file, not a URL";
        if (folders.Count == 0)
            return None;
        var segments = Segments(path);
        return IsAbsolute(path) && folders.Any(folder => Inside(segments, Segments(folder)))
            ? None
            : Some("must lie in one of the folders of AGENT_DATA_DIRS");
    }

    private static bool Inside(List<string> path, List<string> folder) =>
        path.Count > folder.Count && path.Take(folder.Count).SequenceEqual(folder, StringComparer.Ordinal);

    private static List<string> Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        return segments;
    }
}
