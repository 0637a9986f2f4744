using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Columns;

/// <summary>How many values of a column passed each form.</summary>
internal sealed class FormTally
{
    private readonly Dictionary<(Form Form, bool Proof), int> counts = [];

    public IEnumerable<(Form Form, bool Proof, int Count)> Counts =>
        counts.Select(c => (c.Key.Form, c.Key.Proof, c.Value));

    public int Total { get; private set; }

    public void Add(Form form, bool proof)
    {
        counts[(form, proof)] = counts.GetValueOrDefault((form, proof)) + 1;
        Total++;
    }
}
