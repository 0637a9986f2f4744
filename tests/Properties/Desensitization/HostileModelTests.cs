using Causum.Application.Ports;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Causum.Properties.Desensitization.Support;

namespace Causum.Properties.Desensitization;

/// <summary>No model, whatever it answers, makes a masked value leave.</summary>
public sealed class HostileModelTests
{
    private static readonly LocalPolicy PlainOnFailure = LocalPolicy.None with
    {
        OnTransformFailure = OnTransformFailure.Plain,
    };

    /// <summary>What a model may do wrong, by name.</summary>
    private static ModelDouble Hostile(string manner, People people) =>
        manner switch
        {
            "honest" => ModelDouble.Honest(),
            "garbage" => ModelDouble.Saying(_ => "\u0000\uFFFF{]]\"fields\":[{\"i\":\"x\"}] ' OR 1=1 --"),
            "empty" => ModelDouble.Saying(_ => ""),
            "all safe" => ModelDouble.Saying(request =>
                ModelDouble.IsClassification(request) ? AllSafe(request) : ModelDouble.Echo(request)
            ),
            "calls everything a key" => ModelDouble.Saying(request =>
                ModelDouble.IsClassification(request)
                    ? ModelDouble.Classified(request, _ => "entity_id")
                    : ModelDouble.Echo(request)
            ),
            "refuses" => new ModelDouble(
                (_, _) => ModelDouble.Answer("I cannot help with that.", FinishReason.Refused)
            ),
            "stops halfway" => new ModelDouble(
                (request, _) => ModelDouble.Answer(request.User[..(request.User.Length / 2)], FinishReason.Length)
            ),
            "tells what it knows" => ModelDouble.Saying(request =>
                ModelDouble.IsClassification(request)
                    ? ModelDouble.Classified(request, _ => "safe")
                    : ModelDouble.Echo(request) + "\nBy the way: " + string.Join(", ", people.Planted)
            ),
            "invents a token" => ModelDouble.Saying(request =>
                ModelDouble.IsClassification(request)
                    ? ModelDouble.Classified(request, _ => "safe")
                    : ModelDouble.Echo(request) + " NAM_00000000"
            ),
            "repeats the question" => ModelDouble.Saying(request => request.User),
            "throws" => new ModelDouble(
                (_, _) => throw new InvalidOperationException("the client broke on " + people.Planted[0])
            ),
            "times out by itself" => new ModelDouble((_, _) => throw new TaskCanceledException()),
            "fails" => new ModelDouble(
                (_, _) =>
                    Task.FromResult<Either<TaskFailure, ModelReply>>(
                        TaskFailure.Llm(LlmFault.RateLimited, "Too many requests.", "Wait.")
                    )
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(manner)),
        };

    private static string AllSafe(ModelRequest request) =>
        "{\"fields\":["
        + string.Join(',', Enumerable.Range(0, 40).Select(i => $"{{\"i\":{i},\"verdict\":\"safe\",\"kind\":\"none\"}}"))
        + "]}";

    public static TheoryData<string> Manners =>
        [
            "honest",
            "garbage",
            "empty",
            "all safe",
            "calls everything a key",
            "refuses",
            "stops halfway",
            "tells what it knows",
            "invents a token",
            "repeats the question",
            "throws",
            "times out by itself",
            "fails",
        ];

    [Theory]
    [MemberData(nameof(Manners))]
    public async Task No_planted_value_leaves_as_rows(string manner)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var people = People.Of(seed, 1 + seed * 3);
            var result = await People
                .Desensitizer()
                .ToRowsAsync(people.Job(Hostile(manner, people)), CancellationToken.None);
            var published = result.Match(Right: People.Published, Left: People.Published);
            Assert.Empty(Leaked(people, manner, published));
        }
    }

    [Theory]
    [MemberData(nameof(Manners))]
    public async Task No_planted_value_leaves_as_text(string manner)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var people = People.Of(seed, 1 + seed * 3);
            foreach (var policy in new[] { LocalPolicy.None, PlainOnFailure })
            {
                var result = await People
                    .Desensitizer(policy)
                    .ToTextAsync(people.Job(Hostile(manner, people)), CancellationToken.None);
                var published = result.Match(Right: People.Published, Left: People.Published);
                Assert.Empty(Leaked(people, manner, published));
            }
        }
    }

    /// <summary>A model that is right about the canaries may clear the one column that the rules know nothing of, and no other.</summary>
    private static IEnumerable<string> Leaked(People people, string manner, string published) =>
        people.In(published, mayClearOpen: manner is "honest" or "tells what it knows" or "invents a token");
}
