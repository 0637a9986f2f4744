namespace Causum.Application.Ports;

/// <summary>Small documents that survive a restart (instance ID, config cache, token key), readable by the owner alone. Never a secret of the customer's.</summary>
public interface IStateStore
{
    /// <summary>Where documents are kept, for messages to a person.</summary>
    string Location { get; }

    /// <summary>None if there is no such document or it cannot be read.</summary>
    Option<byte[]> Read(string name);

    /// <summary>Replaces a document as a whole: a crash leaves the old one or the new one. False if it cannot be kept.</summary>
    bool Write(string name, ReadOnlySpan<byte> content);
}
