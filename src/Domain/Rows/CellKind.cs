namespace Causum.Domain.Rows;

/// <summary>What a cell holds, by the rules its JSON form follows (protocol, "Values in JSON").</summary>
public enum CellKind : byte
{
    Null,
    Boolean,

    /// <summary>A whole number that fits 64 bits; beyond ±(2^53−1) it is written as text.</summary>
    Integer,

    /// <summary>A decimal or a larger integer, held and written as its exact digits.</summary>
    Decimal,

    /// <summary>A binary floating point number; NaN and the infinities are written as text.</summary>
    Real,
    Text,
    Date,
    Time,

    /// <summary>Date and time without a zone.</summary>
    Timestamp,

    /// <summary>Date and time with a zone, held in UTC.</summary>
    Instant,

    /// <summary>ISO 8601 duration.</summary>
    Interval,
    Uuid,
    Bytes,
    Array,

    /// <summary>A JSON document as the database holds it, numbers as written.</summary>
    Json,
}
