using System.Globalization;

namespace Causum.Integration.Guard.Differential;

/// <summary>The files below a folder, save those that a server writes in its daily business.</summary>
internal sealed class ForeignFiles(string folder, IReadOnlyList<string> ownBusiness)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.None,
    };

    public IEnumerable<(string Name, string Value)> Look() =>
        Files().Select(f => ("files/" + f.Name, f.Length.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Deletes what was not there at first.</summary>
    public void Keep(IReadOnlySet<string> known)
    {
        foreach (var file in Files().Where(f => !known.Contains(f.Name)))
            File.Delete(Path.Combine(folder, file.Name));
    }

    public IReadOnlySet<string> Names() => Files().Select(f => f.Name).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<(string Name, long Length)> Files() =>
        from file in new DirectoryInfo(folder).EnumerateFiles("*", Everything)
        let name = Path.GetRelativePath(folder, file.FullName)
        where !ownBusiness.Any(own => name.StartsWith(own, StringComparison.Ordinal))
        select (name, LengthOf(file));

    /// <summary>A server may take a file away between the listing and the look.</summary>
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return -1;
        }
    }
}
