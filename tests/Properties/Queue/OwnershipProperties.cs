using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class OwnershipProperties
{
    private static readonly EntryId Entry = new(5, 1);

    /// <summary>Whoever has the entry, and however often it went around: at most one of all claims ever made holds.</summary>
    [Property]
    public void Of_all_claims_ever_made_on_an_entry_only_the_last_holds(NonEmptyArray<bool> owners)
    {
        var claims = owners.Get.Select((mine, n) => (Consumer: mine ? "a" : "b", Number: n + 1)).ToList();
        var now = new PendingDelivery(claims[^1].Consumer, claims[^1].Number);
        Assert.Equal(
            [claims[^1]],
            claims.Where(c =>
                OwnershipRule.Of(new Claim(Entry, c.Number), c.Consumer, now, false, false) == Ownership.Held
            )
        );
    }

    [Fact]
    public void A_later_delivery_under_the_same_name_is_a_namesake_and_under_another_is_not()
    {
        var claim = new Claim(Entry, 1);
        Assert.Equal(Ownership.TakenByNamesake, Of(claim, new PendingDelivery("a", 2)));
        Assert.Equal(Ownership.Taken, Of(claim, new PendingDelivery("b", 2)));
        Assert.Equal(Ownership.Held, Of(claim with { Delivery = None }, new PendingDelivery("a", 2)));
    }

    [Fact]
    public void A_claim_outlives_a_failover_that_knows_only_earlier_deliveries() =>
        Assert.Equal(Ownership.Held, Of(new Claim(Entry, 3), new PendingDelivery("a", 2)));

    [Theory]
    [InlineData(false, false, Ownership.Answered)]
    [InlineData(true, false, Ownership.Orphaned)]
    [InlineData(false, true, Ownership.Orphaned)]
    public void What_nobody_has_was_answered_unless_the_group_or_the_stream_lost_it(
        bool undelivered,
        bool forgotten,
        Ownership expected
    ) => Assert.Equal(expected, OwnershipRule.Of(new Claim(Entry, 1), "a", None, undelivered, forgotten));

    private static Ownership Of(Claim claim, PendingDelivery now) => OwnershipRule.Of(claim, "a", now, false, false);
}
