namespace Bot.Sources.Pages.Articles;

/// <summary>In which atoms, in order, each number of a <see cref="Vocabulary"/> stands: one array for all, since most stand in one or two.</summary>
internal sealed class Postings(int[] starts, int[] atoms)
{
    public ReadOnlySpan<int> Of(int id) => atoms.AsSpan(starts[id], starts[id + 1] - starts[id]);

    /// <summary>Whether it stands in one of the atoms from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public bool Stands(int id, int first, int last)
    {
        var all = Of(id);
        if (all.Length == 0 || all[0] > last || all[^1] < first)
            return false;
        var at = all[0] >= first ? 0 : all.BinarySearch(first);
        return all[at < 0 ? ~at : at] <= last;
    }

    public sealed class Builder(int capacity)
    {
        private readonly List<(int Id, int Atom)> _places = new(capacity);
        private readonly List<int> _last = [];

        public int Count => _places.Count;

        public (int Id, int Atom) this[int at] => _places[at];

        /// <param name="atom">Not before that of the last call.</param>
        public void Add(int id, int atom)
        {
            while (_last.Count <= id)
                _last.Add(-1);
            if (_last[id] == atom)
                return;
            _last[id] = atom;
            _places.Add((id, atom));
        }

        /// <param name="count">How many numbers there are.</param>
        public Postings Build(int count)
        {
            var starts = new int[count + 1];
            foreach (var (id, _) in _places)
                starts[id + 1]++;
            for (var id = 0; id < count; id++)
                starts[id + 1] += starts[id];
            var ends = starts.AsSpan(0, count).ToArray();
            var atoms = new int[_places.Count];
            foreach (var (id, atom) in _places)
                atoms[ends[id]++] = atom;
            return new(starts, atoms);
        }
    }
}
