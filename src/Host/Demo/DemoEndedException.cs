namespace Causum.Host.Demo;

/// <summary>The demonstration cannot go on; the message is for the person in front of it.</summary>
internal sealed class DemoEndedException(string message) : Exception(message);
