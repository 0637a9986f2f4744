using Causum.Domain.Config;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.Sqlite;
using Microsoft.Data.Sqlite;

namespace Causum.Integration.Databases;

public sealed class LocalFileTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("causum-").FullName;

    private string Allowed => Path.Combine(root, "allowed");

    public LocalFileTests()
    {
        Directory.CreateDirectory(Allowed);
        foreach (var file in new[] { Path.Combine(Allowed, "in.db"), Path.Combine(root, "out.db") })
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t (i INTEGER)";
            command.ExecuteNonQuery();
        }
        File.CreateSymbolicLink(Path.Combine(Allowed, "link.db"), Path.Combine(root, "out.db"));
        Directory.CreateSymbolicLink(Path.Combine(Allowed, "folder"), root);
        File.WriteAllText(Path.Combine(Allowed, "junk.db"), new string('x', 5000));
    }

    [Theory]
    [InlineData("allowed/in.db", "")]
    [InlineData("allowed/../allowed/in.db", "")]
    [InlineData("out.db", "configuration_error")]
    [InlineData("allowed/../out.db", "configuration_error")]
    [InlineData("allowed/link.db", "configuration_error")]
    [InlineData("allowed/folder/out.db", "configuration_error")]
    [InlineData("allowed/missing.db", "database_not_found")]
    [InlineData("allowed/junk.db", "invalid_config")]
    [InlineData("allowed/folder", "invalid_config")]
    public async Task Only_files_that_really_lie_in_the_data_folders_are_opened(string path, string expected) =>
        Assert.Equal(expected, await OutcomeAsync(Path.Combine(root, path)));

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:/etc/hostname")]
    [InlineData("https://db.example/x.db")]
    public async Task A_path_is_a_path(string path) => Assert.Equal("configuration_error", await OutcomeAsync(path));

    [Fact]
    public void A_file_that_may_be_written_is_warned_of_and_one_that_may_not_is_left_alone()
    {
        Assert.Single(LocalFile.Warnings(Path.Combine(Allowed, "in.db")));
        // Nobody, not even root, can open a running program's file for writing.
        Assert.Empty(LocalFile.Warnings(Environment.ProcessPath!));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private async Task<string> OutcomeAsync(string path)
    {
        var options = new DatabaseOptions(TimeSpan.FromSeconds(10), [Allowed]);
        var connector = new SqliteConnector(options, TimeProvider.System, Logins.NoLog<AdoDatabase>());
        var (config, secrets) = Logins.Of(DatabaseType.Sqlite, "local_file", ("path", path));
        var opened = connector.Open(config, secrets);
        if (opened.Case is not Application.Ports.IDatabase database)
            return opened.Match(Right: _ => "", Left: f => f.Category.IfNone(f.Code));
        await using (database)
        {
            var answer = await database.SchemasAsync(CancellationToken.None);
            return answer.Match(Right: _ => "", Left: f => f.Category.IfNone(f.Code));
        }
    }
}
