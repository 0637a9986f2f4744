namespace Causum.Domain.Queue;

/// <summary>An entry that was delivered and not acknowledged.</summary>
/// <param name="Deliveries">How often it was delivered, from 1.</param>
public sealed record PendingDelivery(string Consumer, int Deliveries);

/// <summary>Who may answer an entry. <c>PublishAndAcknowledge.lua</c> asks the same, inside Redis, so that nothing happens between the question and the answer.</summary>
public enum Ownership
{
    /// <summary>The claim still holds: publish and acknowledge.</summary>
    Held,

    /// <summary>Nobody's, and its answer is all that is left of it, or it is to be delivered again: publish only.</summary>
    Orphaned,

    /// <summary>Nobody's: it was answered.</summary>
    Answered,

    /// <summary>Another consumer's.</summary>
    Taken,

    /// <summary>Delivered again under the same name after this claim.</summary>
    TakenByNamesake,
}

public static class OwnershipRule
{
    /// <param name="pending">What the group knows of the entry now. After a failover it may be older than the claim, and then the claim still holds.</param>
    /// <param name="undelivered">The group has not come to the entry yet: it was made anew, or rolled back.</param>
    /// <param name="forgotten">The entry is gone from the stream and lies above the low-water mark: the stream was lost.</param>
    public static Ownership Of(
        Claim claim,
        string consumer,
        Option<PendingDelivery> pending,
        bool undelivered,
        bool forgotten
    ) =>
        pending.Match(
            now =>
                now.Consumer != consumer ? Ownership.Taken
                : claim.Delivery.Exists(mine => now.Deliveries > mine) ? Ownership.TakenByNamesake
                : Ownership.Held,
            () => undelivered || forgotten ? Ownership.Orphaned : Ownership.Answered
        );
}
