namespace Bot.Sources.Pages.Articles;

/// <summary>What a page gains by each decision while all others are as they are said to be: what weights are learned from.</summary>
internal sealed partial class PageSearch
{
    /// <summary>For each place where an article may or may not begin: what the assignment of headlines gains when one does, while all others begin where they are said to.</summary>
    public IEnumerable<(int Place, double Gain)> GainsAt(IReadOnlyList<bool> starts)
    {
        for (var i = 0; i < _starts.Length; i++)
            _starts[i] = (_fixed[i] && _starts[i]) || (!_fixed[i] && starts[i]);
        for (var i = 1; i < _starts.Length; i++)
        {
            if (_fixed[i])
                continue;
            var kept = _starts[i];
            _starts[i] = true;
            var with = Value() - _boundaries[i];
            _starts[i] = false;
            var without = Value();
            _starts[i] = kept;
            yield return (i, with - without);
        }
    }

    /// <summary>For each gap of a headline group: what the page gains by each reading of it, its looks left out, while all others are read as they are said to be.</summary>
    public IEnumerable<(int Group, int Gap, double[] Gains)> ReadingsAt(IReadOnlyList<Link[]> links)
    {
        for (var g = 0; g < _links.Length; g++)
            links[g].CopyTo(_links[g], 0);
        _candidates = null;
        for (var g = 0; g < _links.Length; g++)
        {
            for (var i = 0; i < _links[g].Length; i++)
            {
                var kept = _links[g][i];
                var gains = new double[4];
                foreach (var link in _readings)
                {
                    (_links[g][i], _candidates) = (link, null);
                    gains[(int)link] = HeadlineLinks.AreValid(_links[g]) ? Value() - _priors[g][i][(int)link] : double.NaN;
                }

                (_links[g][i], _candidates) = (kept, null);
                yield return (g, i, gains);
            }
        }
    }
}
