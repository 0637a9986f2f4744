using Causum.Domain.Queue;

namespace Causum.Properties.Queue.Model;

/// <summary>One agent process: what it holds and remembers. It decides nothing itself; every decision is the Domain's.</summary>
internal sealed class ProcessModel(int number, string name, StreamModel streams)
{
    /// <summary>Room for two or three of the model's answers, so that some are kept and some are not.</summary>
    private const long KeptBytes = 20;

    public int Number => number;

    public string Name => name;

    public bool Frozen { get; set; }

    /// <summary>Replies may have been lost: entries pending for the own name come first.</summary>
    public bool OwnDue { get; set; } = true;

    public TimeSpan LookedAt { get; set; }

    public int GroupSeen { get; private set; } = streams.GroupsMade;

    public Option<EntryId> Mark { get; private set; } = Watermark.Trusted(streams.Mark, streams.LastTask);

    public RecentAnswers Answers { get; private set; } = new(KeptBytes);

    /// <summary>Entries in work, with the decision on each.</summary>
    public Dictionary<EntryId, (Claim Claim, Delivery Decision)> Held { get; } = [];

    public DeliveryHistory History => new(Mark, Answers, CancelledTasks.None);

    /// <summary>What becomes of every new connection.</summary>
    public void Reconnect(StreamModel now)
    {
        OwnDue = true;
        Mark =
            now.GroupsMade == GroupSeen
                ? Watermark.BorneOut(Mark, now.Mark)
                : Watermark.Trusted(now.Mark, now.LastTask);
        GroupSeen = now.GroupsMade;
    }

    public void Remember(EntryId entry, Option<EntryId> result, ReadOnlyMemory<byte> data) =>
        Answers = Answers.Add(entry, result, data);
}
