using System.Text.Json;
using System.Text.Json.Nodes;

namespace Causum.Host.TaskRun;

/// <summary>A task's <c>params</c> as they are typed: <c>limit=5</c>, <c>table=customers</c>, <c>parameters.id=7</c>. A value that is JSON is taken as JSON, anything else as text.</summary>
internal static class TaskParameters
{
    /// <param name="assignments">On top of <paramref name="file"/>, in their order.</param>
    /// <returns>Left: what is wrong, for the person who typed it.</returns>
    public static Either<string, JsonObject> Read(Option<string> file, IReadOnlyList<string> assignments)
    {
        var parameters = file.Match(FromFile, () => Right<string, JsonObject>(new JsonObject()));
        foreach (var assignment in assignments)
            parameters = parameters.Bind(p => Assign(p, assignment));
        return parameters;
    }

    private static Either<string, JsonObject> FromFile(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) is JsonObject parameters
                ? parameters
                : $"The file {path} must hold one JSON object, the task's params.";
        }
        catch (JsonException e)
        {
            return $"The file {path} is not valid JSON (line {e.LineNumber + 1}).";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The file {path} cannot be read: check that it exists and that this user may read it.";
        }
    }

    private static Either<string, JsonObject> Assign(JsonObject parameters, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
            return $"'{assignment}' is not of the form name=value.";
        var path = assignment[..equals].Split('.');
        var target = parameters;
        foreach (var part in path[..^1])
        {
            if (target[part] is null)
                target[part] = new JsonObject();
            if (target[part] is not JsonObject inner)
                return $"'{assignment[..equals]}' cannot be set: '{part}' is not an object.";
            target = inner;
        }
        target[path[^1]] = Value(assignment[(equals + 1)..]);
        return parameters;
    }

    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
