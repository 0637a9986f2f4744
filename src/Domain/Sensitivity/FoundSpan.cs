namespace Causum.Domain.Sensitivity;

/// <summary>A stretch of text that is sensitive by itself; offsets count UTF-16 units.</summary>
public readonly record struct FoundSpan(int Start, int Length, Kind Kind);
