using System.Buffers;
using System.Runtime.InteropServices;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>The attributes of a start tag that <see cref="PlainXml"/> reads.</summary>
internal sealed class PlainAttributes : IAttributes
{
    private static readonly SearchValues<char> _unusual = SearchValues.Create("<&\t\n");

    /// <summary>A tag with more is not plain.</summary>
    private const int Most = 64;

    /// <summary>A longer value is hardly ever said twice.</summary>
    private const int LongestKept = 16;

    private readonly List<(string Name, string Value)> _all = [];
    private readonly PlainNames _names = new();
    private readonly PlainNames _values = new();

    public bool IsEmpty => _all.Count == 0;

    public string? Base => IsEmpty ? null : Exact("xml:base");

    /// <summary>In the order of the document, names with their prefixes.</summary>
    public ReadOnlySpan<(string Name, string Value)> All => CollectionsMarshal.AsSpan(_all);

    /// <returns>Where the tag ends, behind its bracket; below zero where something is not plain.</returns>
    public int Read(ReadOnlySpan<char> xml, int at)
    {
        _all.Clear();
        while (true)
        {
            var start = Blank(xml, at);
            if (start == xml.Length)
            {
                return -1;
            }

            if (xml[start] == '>')
            {
                return start + 1;
            }

            if (xml[start] == '/')
            {
                return start + 1 < xml.Length && xml[start + 1] == '>' ? start + 2 : -1;
            }

            at = start == at || _all.Count == Most ? -1 : One(xml, start);
            if (at < 0)
            {
                return -1;
            }
        }
    }

    public string? Get(string name) => IsEmpty ? null : Exact(name) ?? (name == "about" ? Exact("rdf:about") : null);

    public void WriteTo(TextBuffer html)
    {
        foreach (var (name, value) in _all)
        {
            if (name != "xmlns" && !name.Contains(':'))
            {
                html.Append(' ');
                html.Append(name);
                html.Append("=\"");
                html.AppendEscaped(value);
                html.Append('"');
            }
        }
    }

    private int One(ReadOnlySpan<char> xml, int start)
    {
        var end = PlainXml.NameEnd(xml, start);
        if (end < 0)
        {
            return -1;
        }

        var at = Blank(xml, end);
        if (at == xml.Length || xml[at] != '=')
        {
            return -1;
        }

        at = Blank(xml, at + 1);
        if (at == xml.Length || xml[at] is not ('"' or '\''))
        {
            return -1;
        }

        var length = xml[(at + 1)..].IndexOf(xml[at]);
        if (length < 0 || Value(xml.Slice(at + 1, length)) is not { } value)
        {
            return -1;
        }

        var name = _names.Of(xml[start..end]);
        if (IsKnown(name) || name == "xml:space")
        {
            return -1;
        }

        _all.Add((name, value));
        return at + length + 2;
    }

    /// <summary>Blanks in it are spaces; null where it cannot stand so in an attribute.</summary>
    private string? Value(ReadOnlySpan<char> raw)
    {
        if (!raw.ContainsAny(_unusual))
        {
            return raw.Length is > 0 and <= LongestKept ? _values.Of(raw) : raw.ToString();
        }

        return raw.Contains('<') ? null : PlainReference.Decode(raw.ToString().Replace('\t', ' ').Replace('\n', ' '));
    }

    /// <summary>By what stands behind the prefix, as two prefixes may mean the same.</summary>
    private bool IsKnown(string name)
    {
        var local = name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);
        foreach (var (other, _) in _all)
        {
            if (local.SequenceEqual(other.AsSpan(other.IndexOf(':', StringComparison.Ordinal) + 1)) && (other == name || !name.StartsWith("xmlns", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private string? Exact(string name)
    {
        foreach (var (known, value) in _all)
        {
            if (known == name)
            {
                return value;
            }
        }

        return null;
    }

    private static int Blank(ReadOnlySpan<char> xml, int at)
    {
        while (at < xml.Length && xml[at] is ' ' or '\t' or '\n')
        {
            at++;
        }

        return at;
    }
}
