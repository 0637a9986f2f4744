using System.Globalization;
using System.Text;
using System.Text.Json;
using Causum.Application.Desensitization;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using Option = LanguageExt.Option<Causum.Application.Ports.ILanguageModel>;

namespace Causum.Properties.Desensitization.Support;

/// <summary>A made-up table of persons, and the values in it that must not leave.</summary>
/// <param name="Planted">Values of columns that the rules find.</param>
/// <param name="Open">Values of a column that the rules know nothing of.</param>
internal sealed record People(RowSet Rows, IReadOnlyList<string> Planted, IReadOnlyList<string> Open)
{
    private static readonly string[] Given =
    [
        "Anneliese",
        "Bartholomew",
        "Cordelia",
        "Dagobert",
        "Evangeline",
        "Ferdinand",
        "Gwendolyn",
        "Hieronymus",
    ];
    private static readonly string[] Family =
    [
        "Quastenflosser",
        "Zimtstern",
        "Brombeerstrauch",
        "Ottersbach",
        "Wackelstein",
        "Nachtfalter",
        "Kieselgur",
        "Donnerkeil",
    ];

    private static readonly string[] Names =
    [
        "customer_id",
        "full_name",
        "email",
        "phone",
        "remark",
        "zq",
        "payload",
        "status",
        "deleted_at",
    ];
    private static readonly string[] Tags = ["a", "b"];

    public static readonly TokenKey Key = TokenKey
        .Create(Encoding.ASCII.GetBytes("a key for the tests, never used elsewhere"), TokenSharing.Shared)
        .IfNone(() => throw new InvalidOperationException());

    public static People Of(int seed, int count)
    {
        var random = new Random(seed);
        var planted = new List<string>();
        var open = new List<string>();
        var rows = new List<CellValue[]>();
        for (var i = 0; i < count; i++)
        {
            var (given, family) = (Pick(Given, random), Pick(Family, random));
            var email = $"{given}.{family}{random.Next(100, 999)}@mail.example".ToLowerInvariant();
            var phone = string.Create(
                CultureInfo.InvariantCulture,
                $"+49 30 {random.Next(100, 999)} {random.Next(1000, 9999)}"
            );
            var nickname = $"{Pick(Given, random)[..5]}{Pick(Family, random)[..5]}".ToLowerInvariant();
            planted.AddRange([family, email, phone]);
            open.Add(nickname);
            rows.Add([
                CellValue.Integer(1000 + i),
                CellValue.Text($"{given} {family}"),
                CellValue.Text(email),
                CellValue.Text(phone),
                CellValue.Text(
                    $"called on monday, asks to write to {email}" + (i % 2 == 0 ? "" : $" or ask {given} {family}")
                ),
                CellValue.Text($"{nickname} goes over {nickname} under"),
                CellValue.Json(
                    JsonSerializer.Serialize(
                        new
                        {
                            email,
                            status = "open",
                            amount = 12.5,
                            tags = Tags,
                        }
                    )
                ),
                CellValue.Text(random.Next(2) == 0 ? "open" : "closed"),
                CellValue.Null,
            ]);
        }
        var columns = Names
            .Select(name => new ResultColumn(name, "text", new ColumnOrigin(None, "customers", name)))
            .ToArray();
        return new People(new RowSet(columns, rows, Truncated: false), planted, open);
    }

    public DesensitizationJob Job(Option model, DataMode mode = DataMode.Llm) =>
        new(mode, model, Rows, [], None, "SELECT * FROM customers", 8 * 1024 * 1024);

    public static Desensitizer Desensitizer(LocalPolicy? policy = null, TokenKey? key = null) =>
        new(
            key ?? Key,
            TokenLength.Default,
            policy ?? LocalPolicy.None,
            NullLogger<Application.Desensitization.Desensitizer>.Instance
        );

    /// <summary>Everything of a result that is written to the wire.</summary>
    public static string Published(TaskResult.Rows rows) =>
        Encoding.UTF8.GetString(rows.RowsJson.Span)
        + string.Join('\n', rows.ResultColumns.Select(c => c.Name))
        + Published(rows.Receipt.IfNone(() => throw new InvalidOperationException("a result without a receipt")));

    public static string Published(TaskResult.Text text) => text.Content + Published(text.Receipt);

    public static string Published(TaskFailure failure) =>
        $"{failure.Code} {failure.Category} {failure.Message} {failure.NextSteps}";

    /// <summary>The planted values that stand in a text, whatever their case.</summary>
    public IEnumerable<string> In(string text, bool mayClearOpen = false) =>
        Planted
            .Concat(mayClearOpen ? [] : Open)
            .Where(value => text.Contains(value, StringComparison.OrdinalIgnoreCase));

    private static string Published(Receipt receipt) =>
        string.Join(
            '\n',
            receipt.Fields.Select(field => $"{field.Name} {field.Classification} {field.Kind} {field.Why}")
        );

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
