using Causum.Domain.Messages;
using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class TimingProperties
{
    [Property]
    public bool A_wait_is_never_longer_than_its_ceiling_or_30_seconds(int failures, NormalFloat jitter)
    {
        var delay = Backoff.Delay(failures, jitter.Get);
        return delay >= TimeSpan.Zero && delay <= Backoff.Ceiling(failures) && delay <= TimeSpan.FromSeconds(30);
    }

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.2)]
    [InlineData(5, 1.6)]
    [InlineData(9, 25.6)]
    [InlineData(10, 30)]
    [InlineData(1_000_000, 30)]
    public void Waits_double_from_a_tenth_of_a_second_to_half_a_minute(int failures, double seconds) =>
        Assert.Equal(seconds, Backoff.Delay(failures, 1).TotalSeconds, 6);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(5, 160)]
    [InlineData(6, 300)]
    [InlineData(100, 300)]
    public void A_registration_is_repeated_after_10_20_40_seconds_and_at_most_every_5_minutes(
        int published,
        double seconds
    ) => Assert.Equal(seconds, RegistrationRetry.After(published).TotalSeconds);

    [Property]
    public bool A_living_instance_can_miss_a_renewal_and_the_work_of_a_dead_one_is_back_within_a_third_more(
        PositiveInt seconds
    )
    {
        var claims = new ClaimTiming(TimeSpan.FromSeconds(seconds.Get));
        return claims.RenewEvery * 2 < claims.Idle && claims.Idle + claims.LookEvery <= claims.Idle * 4 / 3;
    }

    [Property]
    public void Own_entries_come_first_then_those_of_the_dead_when_it_is_time_to_look_then_new_ones(
        PositiveInt seconds,
        PositiveInt waited
    )
    {
        var claims = new ClaimTiming(TimeSpan.FromSeconds(seconds.Get));
        var since = claims.LookEvery * (waited.Get % 20) / 10;
        Assert.Equal(new IntakeStep.Own(TimeSpan.Zero), claims.Next(true, nameShared: false, since));
        Assert.Equal(new IntakeStep.Own(claims.Idle), claims.Next(true, nameShared: true, since));
        Assert.Equal(
            since >= claims.LookEvery ? new IntakeStep.Dead(claims.Idle) : new IntakeStep.New(claims.LookEvery - since),
            claims.Next(false, nameShared: false, since)
        );
    }

    [Property]
    public void A_namesake_counts_as_there_for_two_heartbeats_after_its_last_sign(PositiveInt seconds)
    {
        var (at, beat) = (TimeSpan.FromSeconds(seconds.Get), TimeSpan.FromSeconds(30));
        var watch = NamesakeWatch.SeenAt(at);
        Assert.True(watch.IsShared(at + (beat * 2) - TimeSpan.FromTicks(1), beat));
        Assert.False(watch.IsShared(at + (beat * 2), beat));
        Assert.False(NamesakeWatch.Nobody.IsShared(at, beat));
    }

    [Fact]
    public void A_shared_identity_is_told_unless_the_queue_itself_has_something_worse_to_tell()
    {
        var ok = new ComponentState(ComponentStatus.Ok, DateTimeOffset.UnixEpoch, None, None);
        var failed = ok with { Status = ComponentStatus.Failed, Error = "away" };
        Assert.Equal(
            (ComponentStatus.Degraded, Some(NamesakeWatch.Sentence)),
            (NamesakeWatch.Told(ok, true).Status, NamesakeWatch.Told(ok, true).Error)
        );
        Assert.Equal(ok, NamesakeWatch.Told(ok, false));
        Assert.Equal(failed, NamesakeWatch.Told(failed, true));
    }
}
