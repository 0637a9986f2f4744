using System.Text.Json;
using Causum.Application.Ports;
using Causum.Domain.Tasks;

namespace Causum.Properties.Desensitization.Support;

/// <summary>A model whose every answer is written by the test.</summary>
internal sealed class ModelDouble(Func<ModelRequest, CancellationToken, Task<Either<TaskFailure, ModelReply>>> answer)
    : ILanguageModel
{
    private int calls;

    public int Calls => calls;

    public string Model => "double";

    public int TokenLimit { get; init; } = 32_000;

    public TokenLimitSource TokenLimitSource => TokenLimitSource.Config;

    public List<ModelRequest> Asked { get; } = [];

    public int CountTokens(string text) => (text.Length + 2) / 3;

    public Task<Either<TaskFailure, ModelReply>> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        lock (Asked)
            Asked.Add(request);
        return answer(request, cancellationToken);
    }

    public void Dispose() { }

    public static ModelDouble Saying(Func<ModelRequest, string> text) =>
        new((request, _) => Answer(text(request), FinishReason.Complete));

    public static Task<Either<TaskFailure, ModelReply>> Answer(string text, FinishReason finish) =>
        Task.FromResult<Either<TaskFailure, ModelReply>>(new ModelReply(text, finish));

    public static bool IsClassification(ModelRequest request) => request.Schema.IsSome;

    /// <summary>Gives every canary its right answer, and <paramref name="verdict"/> to everything else.</summary>
    public static string Classified(ModelRequest request, Func<string, string> verdict)
    {
        var end = request.User.LastIndexOf(']') + 1;
        using var fields = JsonDocument.Parse(request.User[..end]);
        var entries = fields
            .RootElement.EnumerateArray()
            .Select(field =>
            {
                var name = field.GetProperty("name").GetString()!;
                return $"{{\"i\":{field.GetProperty("i").GetInt32()},\"verdict\":\"{Canary(name) ?? verdict(name)}\",\"kind\":\"none\"}}";
            });
        return $"{{\"fields\":[{string.Join(',', entries)}]}}";
    }

    /// <summary>The row lines between the boundaries, as a model that changes nothing gives them back.</summary>
    public static string Echo(ModelRequest request) => string.Join('\n', request.User.Split('\n')[2..^1]);

    /// <summary>Right about canaries, silent about nothing, echoing rows: an honest model that finds everything safe.</summary>
    public static ModelDouble Honest() =>
        Saying(request => IsClassification(request) ? Classified(request, _ => "safe") : Echo(request));

    private static string? Canary(string name) =>
        name
            is "keyholder_full_name"
                or "next_of_kin_name"
                or "emergency_contact_name"
                or "signatory_full_name"
                or "home_address"
                or "delivery_address_remark"
                or "residence_address"
                or "billing_street_address"
            ? "sensitive"
        : name is "pallet_count" or "carton_quantity" or "shelf_slots" or "pages_printed" ? "safe"
        : null;
}
