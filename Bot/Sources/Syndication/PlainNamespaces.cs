namespace Bot.Sources.Syndication;

/// <summary>Which prefixes are declared where <see cref="PlainXml"/> stands, and whose elements they mark.</summary>
internal sealed class PlainNamespaces
{
    private const string Declared = "xmlns";

    /// <summary>A document that has declared more is not plain.</summary>
    private const int Most = 256;

    private readonly List<(string Prefix, Vocabulary Vocabulary, int Depth)> _all = [];

    /// <summary>Takes in what a start tag declares.</summary>
    /// <returns>False where something is not plain, such as an attribute with a prefix that nobody declared.</returns>
    public bool Enter(int depth, PlainAttributes attributes)
    {
        if (attributes.IsEmpty)
        {
            return true;
        }

        if (_all.Count > Most)
        {
            return false;
        }

        foreach (var (name, value) in attributes.All)
        {
            if (name == Declared)
            {
                _all.Add(("", Vocabularies.ByAddress(value), depth));
            }
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                var prefix = name[6..];
                if (value.Length == 0 || prefix is "xml" or Declared || value.StartsWith("http://www.w3.org/XML/", StringComparison.Ordinal) || value.StartsWith("http://www.w3.org/2000/xmlns", StringComparison.Ordinal))
                {
                    return false;
                }

                _all.Add((prefix, Vocabularies.ByAddress(value), depth));
            }
        }

        foreach (var (name, _) in attributes.All)
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && name.AsSpan(0, colon) is not ("xml" or Declared) && Of(name.AsSpan(0, colon)) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forgets what the element at that depth declared.</summary>
    public void Leave(int depth)
    {
        while (_all.Count > 0 && _all[^1].Depth >= depth)
        {
            _all.RemoveAt(_all.Count - 1);
        }
    }

    /// <summary>Null for a prefix that nobody declared.</summary>
    public Vocabulary? Of(ReadOnlySpan<char> prefix)
    {
        for (var i = _all.Count - 1; i >= 0; i--)
        {
            if (prefix.SequenceEqual(_all[i].Prefix))
            {
                return _all[i].Vocabulary;
            }
        }

        return prefix.IsEmpty ? Vocabulary.Rss : null;
    }
}
