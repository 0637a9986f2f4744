using System.Text;
using Causum.Domain.Input;
using Causum.Domain.Settings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Causum.Infrastructure.Settings;

/// <summary>Reads one YAML document into nodes with their lines. Anchors, aliases and tags have no place in a settings file and are refused.</summary>
internal static class YamlDocument
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 32;

    public static Validation<InputError, DocumentNode> Load(string path)
    {
        var at = FieldPath.Root.Field(path);
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MaxBytes)
                return Unreadable(at, $"is over the limit of {MaxBytes} bytes");
            using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Parse(text.ReadToEnd(), at);
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(at, "is not UTF-8 text");
        }
        catch (FileNotFoundException)
        {
            return Unreadable(at, "does not exist");
        }
        catch (DirectoryNotFoundException)
        {
            return Unreadable(at, "does not exist");
        }
        catch (UnauthorizedAccessException)
        {
            return Unreadable(
                at,
                Directory.Exists(path) ? "is a folder, not a file" : "cannot be read: the agent's user has no right to"
            );
        }
        catch (IOException)
        {
            return Unreadable(at, "cannot be read");
        }
    }

    public static Validation<InputError, DocumentNode> Parse(string yaml, FieldPath at)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return Success<InputError, DocumentNode>(new DocumentNode.Mapping(1, []));
            parser.Consume<DocumentStart>();
            var root = Read(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _)
                ? Success<InputError, DocumentNode>(root)
                : Unreadable(at, "must hold one document");
        }
        catch (RefusedYamlException refused)
        {
            return Unreadable(at.OnLine(refused.Line), refused.Message);
        }
        catch (YamlException broken)
        {
            // The parser's own text quotes the file, which may hold a token.
            return Unreadable(at.OnLine((int)broken.Start.Line), "is not valid YAML");
        }
    }

    private static DocumentNode Read(Parser parser, int depth)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        if (depth > MaxDepth)
            throw new RefusedYamlException(line, $"has more than {MaxDepth} levels");
        if (parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            throw new RefusedYamlException(line, "must not use anchors, aliases or tags");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new DocumentNode.Scalar(line, scalar.Value, scalar.Style != ScalarStyle.Plain);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<DocumentNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, depth + 1));
            return new DocumentNode.Sequence(line, items);
        }
        if (!parser.TryConsume<MappingStart>(out _))
            throw new RefusedYamlException(line, "must not use anchors, aliases or tags");
        var entries = new List<DocumentEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
                throw new RefusedYamlException((int)(parser.Current?.Start.Line ?? 1), "must have plain keys");
            entries.Add(new DocumentEntry(key.Value, (int)key.Start.Line, Read(parser, depth + 1)));
        }
        return new DocumentNode.Mapping(line, entries);
    }

    private static Validation<InputError, DocumentNode> Unreadable(FieldPath at, string fault) =>
        Fail<InputError, DocumentNode>(new InputError.Unreadable(at, fault));
}

/// <summary>Ends the reading of a document that is YAML and yet not taken; never leaves this folder.</summary>
internal sealed class RefusedYamlException(int line, string message) : Exception(message)
{
    public int Line => line;
}
