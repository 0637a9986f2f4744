namespace Causum.Integration.Support;

/// <summary>Files of the repository that tests read where they stand: schemas, goldens, scripts.</summary>
public static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Causum.Hex.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests must run below the folder of Causum.Hex.sln.");
    }
}
