using Causum.Domain.Queue;
using Causum.Properties.Queue.Model;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

/// <summary>Any schedule of deliveries, deaths, freezes, failovers and trims over three processes, against the invariants of faults.md §1. FsCheck prints the seed and shrinks the schedule.</summary>
public sealed class DeliveryModelProperties
{
    [Property(MaxTest = 1000, EndSize = 150)]
    public Property No_task_is_lost_and_none_is_acknowledged_by_another_than_its_owner() =>
        Prop.ForAll(Schedules(), schedule => Run(schedule));

    /// <summary>As long as Redis loses nothing and no claim runs out by rights, nothing is answered twice either.</summary>
    [Property(MaxTest = 300, EndSize = 150)]
    public Property Without_a_failover_each_task_is_answered_exactly_once() =>
        Prop.ForAll(
            Schedules(),
            schedule =>
            {
                var world = Run([.. schedule.Where(step => step.What is not (Act.Failover or Act.DestroyGroup))]);
                if (!world.MayRepeat)
                    Assert.All(world.Streams.Answers, answers => Assert.Equal(1, answers.Value));
            }
        );

    private static DeliverySimulation Run(IReadOnlyList<Step> schedule)
    {
        var world = new DeliverySimulation();
        foreach (var step in schedule)
        {
            world.Do(step);
            CheckMark(world.Streams);
        }
        world.Settle();
        CheckMark(world.Streams);
        Assert.True(world.IsQuiet, "work goes on for ever");
        Assert.All(world.Streams.Owed, owed => Assert.True(IsDone(world.Streams, owed.Key), $"{owed} is lost"));
        return world;
    }

    // I3: what the mark covers was answered, or told of as lost.
    private static void CheckMark(StreamModel streams) =>
        Assert.All(
            streams.Owed.Where(owed => owed.Key <= streams.Mark),
            owed => Assert.True(IsDone(streams, owed.Key), $"the mark covers {owed}, which nobody answered")
        );

    // I1: a result, an error or told of as lost, exactly one of them at the least.
    private static bool IsDone(StreamModel streams, EntryId entry) =>
        streams.Owed[entry] == TaskKind.Control
        || streams.Answers.ContainsKey(entry)
        || streams.LostByTrim.Contains(entry);

    private static Arbitrary<Step[]> Schedules() =>
        Arb.From(
            (
                from what in Gen.Frequency(
                    (30, Gen.Constant(Act.Add)),
                    (30, Gen.Constant(Act.Take)),
                    (30, Gen.Constant(Act.Finish)),
                    (20, Gen.Elements(Act.Advance, Act.Renew)),
                    (10, Gen.Elements(Act.Crash, Act.Failover)),
                    (20, Gen.Elements(Enum.GetValues<Act>()))
                )
                from who in Gen.Choose(0, 2)
                from size in Gen.Choose(0, 20)
                select new Step(what, who, size)
            ).ArrayOf(),
            Shrinks
        );

    // Shorter schedules first: without a half, without a quarter, without one step.
    private static IEnumerable<Step[]> Shrinks(Step[] steps)
    {
        for (var size = steps.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= steps.Length; at += size)
                yield return [.. steps[..at], .. steps[(at + size)..]];
        }
    }
}
