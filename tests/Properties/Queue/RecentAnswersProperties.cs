using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class RecentAnswersProperties
{
    /// <summary>Entry and size of each answer in turn, against a plain list.</summary>
    [Property]
    public void Answers_are_remembered_and_their_bytes_kept_up_to_the_bound_the_oldest_going_first((byte, byte)[] turns)
    {
        const int Bound = 500;
        var answers = new RecentAnswers(Bound);
        var model = new List<(EntryId Entry, EntryId Result, int Size, bool Kept)>();
        for (var turn = 0; turn < turns.Length; turn++)
        {
            var (entry, size) = (new EntryId(1, turns[turn].Item1), turns[turn].Item2);
            var result = new EntryId(2, (ulong)turn);
            answers = answers.Add(entry, result, new byte[size]);
            var at = model.FindIndex(a => a.Entry == entry);
            if (at < 0)
                model.Add((entry, result, size, true));
            else
                model[at] = (entry, result, size, true);
            for (var i = 0; model.Where(a => a.Kept).Sum(a => a.Size) > Bound; i++)
                model[i] = model[i].Entry == entry ? model[i] : model[i] with { Kept = false };
            Assert.Equal(model.Where(a => a.Kept).Sum(a => a.Size), answers.Bytes);
        }
        Assert.Equal(model.Count, answers.Count);
        Assert.All(
            model,
            a =>
            {
                var found = answers.Find(a.Entry);
                Assert.Equal(a.Result, found.Bind(f => f.Result));
                Assert.Equal(a.Kept ? Some(a.Size) : None, found.Bind(f => f.Data).Map(data => data.Length));
            }
        );
        Assert.Equal(model.OrderByDescending(a => a.Result).Select(a => (a.Entry, a.Result)), answers.NewestFirst);
    }

    [Fact]
    public void The_last_1000_are_remembered_and_an_answer_over_the_bound_is_known_without_its_bytes()
    {
        var answers = Enumerable
            .Range(0, 1001)
            .Aggregate(new RecentAnswers(10), (all, n) => all.Add(new EntryId(1, (ulong)n), None, new byte[n]));
        Assert.Equal(1000, answers.Count);
        Assert.True(answers.Find(new EntryId(1, 0)).IsNone);
        Assert.True(answers.Find(new EntryId(1, 1000)).Exists(a => a.Data.IsNone && a.Result.IsNone));
        Assert.InRange(answers.Bytes, 1, 10);
        Assert.Empty(answers.NewestFirst);
    }
}
