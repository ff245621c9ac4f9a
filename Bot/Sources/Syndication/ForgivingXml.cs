using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>
/// Reads what is meant to be XML: stray ampersands and angle brackets, HTML's entities, missing and crossed end tags, control characters,
/// junk before the start, a sudden end. Knows nothing of DTDs but how to pass over them.
/// </summary>
internal sealed class ForgivingXml(FeedBuilder builder, CancellationToken cancellationToken)
{
    /// <summary>No honest feed nests so deep; in elements.</summary>
    public const int Deepest = 512;

    /// <summary>More declared prefixes than this are not looked at.</summary>
    private const int MostNamespaces = 256;

    /// <summary>How much is read twice, in characters, as it may be a tag or text; from there on it is a tag.</summary>
    private const int MostDoubted = 4 * 1024 * 1024;

    private readonly List<string> _open = [];
    private readonly List<(int Depth, string Prefix, Vocabulary Vocabulary)> _namespaces = [];
    private readonly ForgivingAttributes _attributes = new();

    private int _doubted;

    /// <summary>The document broke off inside an element that says something, so that entry was left out.</summary>
    public bool IsCutOff { get; private set; }

    public void Read(string text)
    {
        var rest = text.AsSpan(BrokenMarkup.Beginning(text));
        while (!rest.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var i = rest.IndexOf('<');
            Characters(i < 0 ? rest : rest[..i]);
            if (i < 0)
            {
                break;
            }

            rest = rest[i..];
            rest = rest[Tag(rest)..];
        }

        IsCutOff |= builder.InEntry && builder.Collecting != Field.None;
        if (IsCutOff)
        {
            builder.Abandon();
        }

        CloseTo(0);
    }

    private void Characters(ReadOnlySpan<char> text)
    {
        if (!builder.Collects || text.IsEmpty)
        {
            return;
        }

        builder.Text(BrokenMarkup.WithoutControls(text.Contains('&') ? PlainText.Decode(text) : text.ToString()).AsMemory());
    }

    /// <returns>How many characters it took.</returns>
    private int Tag(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--"))
        {
            var end = rest[4..].IndexOf("-->");
            return end < 0 ? rest.Length : end + 7;
        }

        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var (end, length) = BrokenMarkup.CdataEnd(rest, _open.Count == 0 ? null : _open[^1]);
            if (builder.Collects)
            {
                builder.Text(BrokenMarkup.WithoutControls(rest[9..end].ToString()).AsMemory());
            }

            return length;
        }

        if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            return BrokenMarkup.DocumentType(rest);
        }

        if (rest.Length > 1 && rest[1] is '?' or '!')
        {
            var end = rest.IndexOf('>');
            return end < 0 ? rest.Length : end + 1;
        }

        if (rest.StartsWith("</ ") && rest.IndexOf('>') is > 2 and var late)
        {
            EndTag(rest[2..late].Trim());
            return late + 1;
        }

        var tag = HtmlTag.Read(rest);
        if (tag.Length == 0 || (builder.Collects && rest[tag.Length - 1] == '>' && IsText(tag)))
        {
            Characters("<");
            return 1;
        }

        if (rest[tag.Length - 1] != '>')
        {
            // The document ends inside a tag.
            IsCutOff |= builder.InEntry;
            return rest.Length;
        }

        if (tag.Closes)
        {
            EndTag(tag.Name);
        }
        else
        {
            StartTag(tag);
        }

        return tag.Length;
    }

    /// <summary>An angle bracket within text, where another one follows before its end: 3&lt;x&lt;5.</summary>
    private bool IsText(HtmlTag tag)
    {
        var rest = tag.Attributes;
        while (_doubted < MostDoubted && rest.Contains('<') && HtmlTag.Next(ref rest, out var key, out _))
        {
            if (key.Contains('<'))
            {
                _doubted += tag.Length;
                return true;
            }
        }

        return false;
    }

    private void StartTag(HtmlTag tag)
    {
        var name = tag.Name.ToString();
        var colon = name.LastIndexOf(':');
        var local = name[(colon + 1)..];
        _attributes.Read(tag);
        foreach (var (key, value) in _attributes.All)
        {
            if (_namespaces.Count < MostNamespaces && key.StartsWith("xmlns", StringComparison.Ordinal) && (key.Length == 5 || key[5] == ':'))
            {
                _namespaces.Add((_open.Count, key.Length == 5 ? "" : key[6..], Vocabularies.ByAddress(value)));
            }
        }

        var vocabulary = Resolve(colon < 0 ? "" : name[..colon]);
        if (builder.Collecting != Field.None || IsEntry(local))
        {
            MakeRoom(vocabulary, local);
        }

        if (_open.Count >= Deepest)
        {
            return;
        }

        builder.Start(vocabulary, local, _attributes);
        if (tag.ClosesItself || HoldsNothing(local) || (builder.Collecting != Field.None && local != "link" && HtmlElement.Find(local)?.IsVoid == true && _open.Count > 0))
        {
            builder.End();
            Forget(_open.Count);
        }
        else
        {
            _open.Add(name);
        }
    }

    /// <summary>An element that cannot stand inside the one that is open ends it: its end tag was forgotten.</summary>
    private void MakeRoom(Vocabulary vocabulary, string local)
    {
        if (vocabulary is Vocabulary.Rss or Vocabulary.Atom && IsEntry(local) && _open.FindIndex(o => IsEntry(o[(o.LastIndexOf(':') + 1)..])) is var entry and > 0)
        {
            CloseTo(entry);
            return;
        }

        var field = Fields.Of(vocabulary, local, builder.InEntry);
        var richText = builder.Collecting is Field.Summary or Field.Content or Field.OtherSummary;
        if (field != Field.None && vocabulary != Vocabulary.Xhtml && builder.Collecting != Field.None && !(richText && HtmlElement.Find(local) is not null))
        {
            for (var depth = _open.Count - 1; depth > 0 && builder.Collecting != Field.None; depth--)
            {
                CloseTo(depth);
            }
        }
    }

    private void EndTag(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (name.Equals(_open[i], StringComparison.OrdinalIgnoreCase))
            {
                CloseTo(i);
                return;
            }
        }
    }

    private void CloseTo(int depth)
    {
        while (_open.Count > depth)
        {
            builder.End();
            _open.RemoveAt(_open.Count - 1);
            Forget(_open.Count);
        }
    }

    private void Forget(int depth)
    {
        while (_namespaces.Count > 0 && _namespaces[^1].Depth >= depth)
        {
            _namespaces.RemoveAt(_namespaces.Count - 1);
        }
    }

    private Vocabulary Resolve(string prefix)
    {
        for (var i = _namespaces.Count - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix.Equals(prefix, StringComparison.Ordinal))
            {
                return _namespaces[i].Vocabulary;
            }
        }

        return Vocabularies.ByPrefix(prefix.ToLowerInvariant());
    }

    /// <summary>All that it says stands in its attributes, so what follows an open one stands beside it.</summary>
    private bool HoldsNothing(string local) =>
        builder.Collecting == Field.None && (local is "enclosure" or "thumbnail" || (local == "link" && _attributes.Get("href") is not null));

    private static bool IsEntry(string local) => local is "item" or "entry";
}
