namespace Causum.Application.Ports;

/// <summary>Reads the text of a token key from this machine; never through a store that a remote configuration chose.</summary>
public interface ITokenKeyReader
{
    /// <summary>None if the variable is not set or empty.</summary>
    Option<string> FromVariable(string name);

    /// <summary>None if the file cannot be read, is empty or far too large for a key.</summary>
    Option<string> FromFile(string path);
}
