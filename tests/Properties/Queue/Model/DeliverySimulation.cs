using System.Text;
using Causum.Domain.Queue;

namespace Causum.Properties.Queue.Model;

/// <summary>
/// Some processes at one <see cref="StreamModel"/>, doing what the adapter and the worker do: take own, dead and new entries, decide, run, settle, renew.
/// Two of the three go by the same name, as on a copied machine.
/// </summary>
internal sealed class DeliverySimulation
{
    private static readonly string[] Names = ["a", "b", "a"];
    private static readonly ClaimTiming Claims = new(TimeSpan.FromSeconds(15));
    private static readonly DeliveryLimits Limits = new(5, TimeSpan.FromDays(1));

    private readonly ProcessModel[] processes;
    private readonly List<StreamModel> past = [];
    private StreamModel streams = StreamModel.Empty;
    private int started;
    private bool countsAnew;

    public DeliverySimulation() => processes = [.. Names.Select(name => Start(name))];

    /// <summary>Starts on the morning of 1970-01-02, so that no entry has ID 0-0.</summary>
    public TimeSpan Now { get; private set; } = TimeSpan.FromDays(1);

    public StreamModel Streams
    {
        get => streams;
        private set
        {
            past.Add(streams);
            streams = value;
        }
    }

    /// <summary>Something happened after which an entry may rightly be answered more than once.</summary>
    public bool MayRepeat { get; private set; }

    public void Do(Step step)
    {
        var process = processes[step.Who % processes.Length];
        switch (step.What)
        {
            case Act.Add:
                Streams = Streams.Add((TaskKind)(step.Size % 5), Now, out _);
                break;
            case Act.Advance:
                Now += TimeSpan.FromSeconds(1 + (step.Size % 8));
                break;
            case Act.TrimTasks:
                Streams = Streams.TrimTasks(step.Size % 6);
                break;
            case Act.TrimResults:
                Streams = Streams.TrimResults(step.Size % 4);
                break;
            case Act.DestroyGroup:
                CountsAnew();
                Streams = Streams.RemakeGroup();
                break;
            case Act.Failover:
                FailOver(1 + (step.Size % 6));
                break;
            case Act.Crash:
                processes[step.Who % processes.Length] = Start(process.Name);
                break;
            case Act.Freeze:
                process.Frozen = true;
                break;
            case Act.Thaw:
                process.Frozen = false;
                break;
            default:
                if (!process.Frozen)
                    Perform(process, step);
                break;
        }
    }

    /// <summary>Everybody lives and works on until nothing is left to do.</summary>
    public void Settle()
    {
        foreach (var process in processes)
            process.Frozen = false;
        for (var round = 0; round < 200 && (round < 4 || !IsQuiet); round++)
        {
            Now += Claims.LookEvery;
            for (var who = 0; who < processes.Length; who++)
            {
                Do(new Step(Act.Take, who, 3));
                for (var n = 0; n < 4; n++)
                    Do(new Step(Act.Finish, who, 0));
            }
        }
    }

    public bool IsQuiet =>
        Streams.Pending.IsEmpty
        && processes.All(p => p.Held.Count == 0)
        && Streams.Tasks.Keys.All(id => id <= Streams.Delivered);

    private ProcessModel Start(string name) => new(started++, name, streams);

    private void Perform(ProcessModel process, Step step)
    {
        if (process.GroupSeen != Streams.GroupsMade)
            process.Reconnect(Streams);
        switch (step.What)
        {
            case Act.Take:
                Take(process, 1 + (step.Size % 3), replyLost: false);
                break;
            case Act.TakeAndLoseReply:
                Take(process, 1 + (step.Size % 3), replyLost: true);
                break;
            case Act.Finish:
                Finish(process, step.Size, replyLost: false);
                break;
            case Act.FinishAndLoseReply:
                Finish(process, step.Size, replyLost: true);
                break;
            case Act.Renew:
                Streams = Streams.Age(process.Name, process.Held.Keys, Now);
                break;
            case Act.Leave:
                Streams = Streams.Age(process.Name, process.Held.Keys, Now - ClaimTiming.GivenUp);
                processes[step.Who % processes.Length] = Start(process.Name);
                break;
        }
    }

    // As GroupReader: own entries first, then those of the dead, then new ones.
    private void Take(ProcessModel process, int count, bool replyLost)
    {
        IReadOnlyList<EntryId> taken = [];
        IntakeStep step;
        do
        {
            step = Claims.Next(process.OwnDue, nameShared: false, Now - process.LookedAt);
            taken = step.Match(
                own: s => Claim(process, count, p => p.Consumer == process.Name && Now - p.Since >= s.Idle),
                dead: s => Claim(process, count, p => Now - p.Since >= s.Idle),
                fresh: _ => ReadNew(process, count)
            );
            if (taken.Count == 0 && step is IntakeStep.Own)
                process.OwnDue = false;
            else if (taken.Count == 0 && step is IntakeStep.Dead)
                process.LookedAt = Now;
        } while (taken.Count == 0 && step is not IntakeStep.New);
        if (replyLost)
        {
            process.Reconnect(Streams);
            return;
        }
        foreach (var entry in taken.Where(id => !process.Held.ContainsKey(id)))
            Begin(process, entry);
    }

    private IReadOnlyList<EntryId> ReadNew(ProcessModel process, int count)
    {
        Streams = Streams.ReadNew(process.Name, process.Number, count, Now, out var read);
        return read;
    }

    private IReadOnlyList<EntryId> Claim(ProcessModel process, int count, Func<PendingModel, bool> wanted)
    {
        var ids = Streams
            .Pending.Where(p => !process.Held.ContainsKey(p.Key) && wanted(p.Value))
            .Take(count)
            .Select(p => p.Key);
        Streams = Streams.Claim([.. ids], process.Name, process.Number, Now, out var claimed);
        return claimed;
    }

    private void Begin(ProcessModel process, EntryId entry)
    {
        var claim = new Claim(entry, Streams.Pending[entry].Deliveries);
        var decision = Decide(process, claim, answerLost: false);
        if (decision is Delivery.Confirm confirm)
            decision =
                Streams.StandingOf(entry, confirm.Result) == ResultStanding.Lost
                    ? Decide(process, claim, answerLost: true)
                    : new Delivery.Skip();
        if (decision is Delivery.Run && Streams.Tasks[entry] == TaskKind.Poison)
        {
            var at = System.Array.IndexOf(processes, process);
            if (at >= 0)
                processes[at] = Start(process.Name);
            return;
        }
        process.Held[entry] = (claim, decision);
    }

    private Delivery Decide(ProcessModel process, Claim claim, bool answerLost) =>
        DeliveryPolicy.Decide(
            claim.Entry,
            claim.Delivery.IfNone(1),
            Streams.Tasks[claim.Entry].Message(claim.Entry),
            process.History,
            Limits,
            new DeliveryTime(DateTimeOffset.UnixEpoch + Now, Now),
            answerLost
        );

    private void Finish(ProcessModel process, int which, bool replyLost)
    {
        if (process.Held.Count == 0)
            return;
        var (entry, (claim, decision)) = process.Held.OrderBy(h => h.Key).ElementAt(which % process.Held.Count);
        process.Held.Remove(entry);
        var answer = decision.Match(
            run: _ => Some("success"),
            answer: a => Some(a.Cause.Code),
            skip: _ => None,
            confirm: _ => None,
            repeat: r => Some(Encoding.UTF8.GetString(r.Data.Span))
        );
        var before = Streams;
        Streams = Streams.Settle(process.Name, claim, answer.IsSome, Now, out var ownership, out var result);
        CheckOwner(before, process, claim, ownership);
        if (replyLost)
        {
            // Sent again on a new connection. Gone by then, it counts as done by the first try.
            process.Reconnect(Streams);
            Streams = Streams.Settle(process.Name, claim, answer.IsSome, Now, out var again, out var second);
            MayRepeat |= again == Ownership.Orphaned || ownership == Ownership.Orphaned;
            (ownership, result) = again == Ownership.Answered ? (Ownership.Held, None) : (again, second);
        }
        MayRepeat |= ownership == Ownership.Orphaned;
        if (ownership is Ownership.Held or Ownership.Orphaned)
            answer.IfSome(text => process.Remember(entry, result, Encoding.UTF8.GetBytes(text)));
    }

    // Redis lost deliveries, and may number two of them alike.
    private void CountsAnew() => (MayRepeat, countsAnew) = (true, true);

    // Whoever acknowledges is the process that got the entry last, also of two that go by the same name.
    private void CheckOwner(StreamModel before, ProcessModel process, Claim claim, Ownership ownership)
    {
        if (ownership != Ownership.Held || countsAnew)
            return;
        var pending = before.Pending[claim.Entry];
        Assert.True(
            pending.Process == process.Number,
            $"process {process.Number} acknowledged what process {pending.Process} is working on"
        );
    }

    private void FailOver(int writes)
    {
        CountsAnew();
        // IDs come from the clock: none is given twice.
        Now += TimeSpan.FromSeconds(1);
        var at = Math.Max(0, past.Count - writes);
        if (at == past.Count)
            return;
        streams = past[at];
        past.RemoveRange(at, past.Count - at);
        foreach (var process in processes)
        {
            process.Reconnect(streams);
            Restore(process);
        }
    }

    // As AnswerKeeper.
    private void Restore(ProcessModel process)
    {
        var lost = process
            .Answers.NewestFirst.TakeWhile(a => Streams.StandingOf(a.Entry, a.Result) == ResultStanding.Lost)
            .Select(a => a.Entry)
            .Reverse()
            .ToList();
        foreach (var entry in lost)
        {
            if (process.Answers.Find(entry).Bind(a => a.Data).Case is not ReadOnlyMemory<byte> data)
                continue;
            Streams = Streams.Settle(process.Name, new Claim(entry, None), true, Now, out var own, out var result);
            if (own is Ownership.Held or Ownership.Orphaned)
                process.Remember(entry, result, data);
        }
    }
}
