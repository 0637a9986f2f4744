using System.Text.Json;
using Causum.Application.Desensitization;
using Causum.Application.Tasks;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Causum.Host.Preview;
using Microsoft.Extensions.Logging.Abstractions;

namespace Causum.Integration.Preview;

public sealed class PreviewRunTests : IDisposable
{
    private const string Email = "ann.planted@mail.example";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("preview-");
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        folder.Delete(recursive: true);
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task JSON_has_the_documented_shape_and_no_original_cell()
    {
        var exit = await RunAsync(Files(asJson: true, showOriginal: true));

        Assert.Equal(0, exit);
        using var document = JsonDocument.Parse(output.ToString());
        var tables = document.RootElement.GetProperty("tables");
        Assert.Equal(2, tables.GetArrayLength());
        var table = tables[0];
        Assert.Equal(["table", "columns", "rows", "text", "receipt"], table.EnumerateObject().Select(m => m.Name));
        Assert.Equal("people", table.GetProperty("table").GetString());
        var columns = table.GetProperty("columns");
        Assert.Equal(
            ["name", "classification", "kind", "token_prefix", "source", "confidence"],
            columns[1].EnumerateObject().Select(m => m.Name)
        );
        Assert.Equal("sensitive", columns[1].GetProperty("classification").GetString());
        Assert.Equal("EML", columns[1].GetProperty("token_prefix").GetString());
        Assert.StartsWith("EML_", table.GetProperty("rows")[0][1].GetString(), StringComparison.Ordinal);
        Assert.Equal("passed", table.GetProperty("receipt").GetProperty("leak_check").GetString());
        Assert.Contains("EML_", table.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Email, output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_screen_shows_original_cells_only_when_asked(bool showOriginal)
    {
        var exit = await RunAsync(Files(asJson: false, showOriginal));

        Assert.Equal(0, exit);
        var screen = output.ToString();
        Assert.Equal(showOriginal, screen.Contains(Email, StringComparison.Ordinal));
        Assert.Contains("EML_", screen, StringComparison.Ordinal);
        Assert.Contains("sensitive", screen, StringComparison.Ordinal);
        Assert.Contains("leak check", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_cannot_steer_the_terminal()
    {
        File.WriteAllText(InFolder("evil.csv"), "colour,n\n\"\u001b[2Jred [bold]\",1\n");
        await RunAsync(new PreviewRequest(new PreviewSource.Files([InFolder("evil.csv")]), 20, true, AsJson: false));
        Assert.DoesNotContain("\u001b", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_bad_input()
    {
        var exit = await RunAsync(
            new PreviewRequest(new PreviewSource.Files([InFolder("none.csv")]), 20, false, AsJson: true)
        );
        Assert.Equal(2, exit);
        Assert.Contains("none.csv", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("next:", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_query_without_a_database_is_told()
    {
        var exit = await RunAsync(new PreviewRequest(new PreviewSource.Query("SELECT 1"), 20, false, AsJson: true));
        Assert.Equal(2, exit);
        Assert.Contains("config_missing", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DataMode.Passthrough, "leave as they are")]
    [InlineData(DataMode.Blocked, "no row leaves")]
    public async Task A_mode_that_does_not_desensitize_is_warned_about(DataMode mode, string warning)
    {
        var config = new AgentConfig(None, new SecretStore.EnvironmentVariables(), None, None, mode);
        var workspace = new Workspace(config, TaskFailure.ConfigMissing("database"), TaskFailure.LlmNotConfigured());

        Assert.Equal(0, await RunAsync(Files(asJson: true, showOriginal: false), workspace));
        Assert.Contains(warning, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_model_that_is_away_is_unreachable_not_ignored()
    {
        var config = new AgentConfig(None, new SecretStore.EnvironmentVariables(), None, None, DataMode.Llm);
        var away = TaskFailure.Llm(LlmFault.Unavailable, "Away.", "Wait.");
        var workspace = new Workspace(config, TaskFailure.ConfigMissing("database"), away);

        Assert.Equal(3, await RunAsync(Files(asJson: true, showOriginal: false), workspace));
        Assert.Empty(output.ToString());
    }

    private PreviewRequest Files(bool asJson, bool showOriginal)
    {
        File.WriteAllText(InFolder("people.csv"), $"id,email\n1,{Email}\n2,bob@mail.example\n");
        File.WriteAllText(
            InFolder("orders.json"),
            """{"table":"orders","columns":[{"name":"order_id"},{"name":"quantity"}],"rows":[[17,3],{"order_id":18,"quantity":4}]}"""
        );
        return new PreviewRequest(
            new PreviewSource.Files([InFolder("people.csv"), InFolder("orders.json")]),
            20,
            showOriginal,
            asJson
        );
    }

    private Task<int> RunAsync(PreviewRequest request, Option<Workspace> workspace = default)
    {
        var key = TokenKey.Create(new byte[TokenKey.MinimumBytes], TokenSharing.Local);
        var desensitizer = new Desensitizer(
            key.IfNone(() => null!),
            TokenLength.Default,
            LocalPolicy.None,
            NullLogger<Desensitizer>.Instance
        );
        return new PreviewRun(desensitizer, workspace, 1 << 20).RunAsync(
            request,
            output,
            error,
            CancellationToken.None
        );
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name);
}
