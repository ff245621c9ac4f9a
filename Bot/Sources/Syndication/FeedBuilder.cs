using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>
/// Makes entries out of a parser's events, the same for every XML format and for well-formed and broken documents.
/// Only elements that mean something are collected; an entry is finished, and its raw text let go, when its element ends.
/// </summary>
internal sealed class FeedBuilder(Uri? documentUri, EntryMaker maker, HtmlCleaner cleaner)
{
    private enum Scope : byte
    {
        Root,
        Feed,
        Entry,
        Person,
        Ignored,
    }

    private readonly List<Scope> _scopes = [Scope.Root];
    private readonly List<(int Depth, Uri? Base)> _bases = [(0, documentUri)];
    private readonly TextBuffer _buffer = new();
    private readonly EntryDraft _feed = new();
    private readonly HintsDraft _hints = new();
    private EntryDraft? _entry;
    private Field _field;
    private TextKind _kind;
    private string? _only;
    private int _nested;
    private bool _plainIsAtom;
    private bool _otherIsCore;
    private bool _isOldAtom;
    private (string? Name, string? Mail) _person;

    public string Format { get; private set; } = "rss";

    public List<Entry> Entries { get; } = [];

    public PollHints Hints => _hints.ToHints();

    public string? Title => (_feed.Title ?? _feed.OtherTitle)?.Line();

    /// <summary>Whether characters that come now are wanted.</summary>
    public bool Collects => _field != Field.None || _scopes[^1] == Scope.Person;

    public Field Collecting => _field;

    public bool InEntry => _entry is not null;

    public bool SawRoot { get; private set; }

    public void Start(Vocabulary vocabulary, string name, IAttributes attributes)
    {
        if (_field != Field.None)
        {
            _nested++;
            StartInline(name, attributes);
            return;
        }

        if (attributes.Base is { } address)
        {
            _bases.Add((_scopes.Count, Uri.TryCreate(_bases[^1].Base, address.Trim(), out var nearer) ? nearer : WebAddress.Base(address) ?? _bases[^1].Base));
        }

        vocabulary = vocabulary switch
        {
            Vocabulary.Rss when _plainIsAtom => Vocabulary.Atom,
            Vocabulary.Other when _otherIsCore => _plainIsAtom ? Vocabulary.Atom : Vocabulary.Rss,
            _ => vocabulary,
        };
        _scopes.Add(Inside(_scopes[^1], vocabulary, name, attributes));
    }

    public void Text(string text)
    {
        if (_kind == TextKind.Inline)
        {
            _buffer.AppendEscaped(text);
        }
        else if (_only is null && _buffer.Length == 0)
        {
            _only = text;
        }
        else
        {
            Spill();
            _buffer.Append(text);
        }
    }

    public void End()
    {
        if (_nested > 0)
        {
            _nested--;
            EndInline();
            return;
        }

        if (_field != Field.None)
        {
            if (_field == Field.Content && _entry is not null && _kind is not (TextKind.Base64Html or TextKind.Base64Text or TextKind.Binary))
            {
                _entry.TakeContent(Body.Of(_only ?? _buffer.Span, _kind, LinkBase, cleaner));
            }
            else
            {
                Assign(_field, new(Taken(), _kind, _bases[^1].Base));
            }

            _field = Field.None;
        }

        var scope = _scopes[^1];
        _scopes.RemoveAt(_scopes.Count - 1);
        if (scope == Scope.Person && _scopes[^1] != Scope.Person)
        {
            EndPerson();
        }
        else if (scope == Scope.Entry && _scopes[^1] is not Scope.Entry)
        {
            EndEntry();
        }

        if (_bases[^1].Depth == _scopes.Count && _bases.Count > 1)
        {
            _bases.RemoveAt(_bases.Count - 1);
        }
    }

    /// <summary>The document broke off inside the entry: what is there may be half of it.</summary>
    public void Abandon() => _entry = null;

    private readonly List<string> _inline = [];

    private Scope Inside(Scope scope, Vocabulary vocabulary, string name, IAttributes attributes)
    {
        switch (scope)
        {
            case Scope.Root:
                return Root(vocabulary, name, attributes);
            case Scope.Feed or Scope.Ignored when vocabulary is Vocabulary.Rss or Vocabulary.Atom && _entry is null && IsEntry(name):
                _entry = new() { About = attributes.IsEmpty ? null : attributes.Get("about"), Base = _bases[^1].Base };
                return Scope.Entry;
            case Scope.Ignored:
                return Scope.Ignored;
            case Scope.Person:
                Begin(name switch { "name" => Field.PersonName, "email" => Field.PersonMail, _ => Field.None }, TextKind.Text);
                return Scope.Person;
            case Scope.Feed when vocabulary == Vocabulary.Rss && name is "channel" or "Channel" or "skipHours" or "skipDays" or "skiphours" or "skipdays":
                return Scope.Feed;
            case Scope.Entry when vocabulary == Vocabulary.Media && name is "group" or "content":
                return Scope.Entry;
            default:
                return Element(scope, vocabulary, name, attributes);
        }
    }

    private Scope Root(Vocabulary vocabulary, string name, IAttributes attributes)
    {
        SawRoot = true;
        _otherIsCore = vocabulary == Vocabulary.Other;
        switch (name.ToLowerInvariant())
        {
            case "feed" or "entry":
                Format = "atom";
                _plainIsAtom = vocabulary is Vocabulary.Rss or Vocabulary.Other;
                _isOldAtom = attributes.Get("version") is { } version && version.Trim().StartsWith("0.", StringComparison.Ordinal);
                if (name.Equals("entry", StringComparison.OrdinalIgnoreCase))
                {
                    _entry = new() { Base = _bases[^1].Base };
                    return Scope.Entry;
                }

                return Scope.Feed;
            case "rdf":
                Format = "rdf";
                _otherIsCore = false;
                return Scope.Feed;
            default:
                Format = "rss";
                return Scope.Feed;
        }
    }

    private Scope Element(Scope scope, Vocabulary vocabulary, string name, IAttributes attributes)
    {
        var inEntry = scope == Scope.Entry;
        var draft = inEntry ? _entry! : _feed;
        if (vocabulary is Vocabulary.Rss or Vocabulary.Atom && name is "author" or "Author" or "managingEditor")
        {
            _person = default;
            Reset();
            _kind = TextKind.Text;
            return Scope.Person;
        }

        var field = Fields.Of(vocabulary, name, inEntry);
        switch (field)
        {
            case Field.Link when attributes.Get("href") is { } href:
                FeedLinks.Add(draft, attributes.Get("rel"), attributes.Get("type"), WebAddress.Resolve(href, _bases[^1].Base));
                return Scope.Ignored;
            case Field.Category when (attributes.Get("label") ?? attributes.Get("term")) is { } term:
                Assign(field, new(term, TextKind.Text, null));
                return Scope.Ignored;
            case Field.Content when attributes.Get("src") is { } source:
                draft.OtherLink ??= WebAddress.Resolve(source, _bases[^1].Base);
                return Scope.Ignored;
            case Field.Id:
                draft.IdIsLink = vocabulary == Vocabulary.Rss ? attributes.Get("isPermaLink") is null or "true" or "True" or "TRUE" or "1" : null;
                break;
            case Field.None:
                return Scope.Ignored;
            default:
                break;
        }

        Begin(field, KindOf(field, vocabulary, attributes));
        return scope;
    }

    private TextKind KindOf(Field field, Vocabulary vocabulary, IAttributes attributes) => field switch
    {
        Field.Content when vocabulary is Vocabulary.Content => TextKind.Html,
        Field.Content when vocabulary is Vocabulary.Xhtml => TextKind.Inline,
        Field.Title or Field.Summary or Field.Content => attributes.IsEmpty && vocabulary != Vocabulary.Atom
            ? TextKind.Guess
            : TextKinds.Of(attributes.Get("type"), attributes.Get("mode") ?? (_isOldAtom ? "xml" : null), vocabulary == Vocabulary.Atom),
        Field.OtherTitle or Field.OtherSummary => vocabulary == Vocabulary.Media && attributes.Get("type") is "plain" ? TextKind.Text : TextKind.Guess,
        _ => TextKind.Text,
    };

    private void Begin(Field field, TextKind kind)
    {
        _field = field;
        if (field != Field.None)
        {
            _kind = kind;
            Reset();
        }
    }

    private void StartInline(string name, IAttributes attributes)
    {
        if (_kind != TextKind.Inline)
        {
            var before = Taken();
            Reset();
            _buffer.AppendEscaped(before);
            _kind = TextKind.Inline;
        }

        _inline.Add(name);
        _buffer.Append('<');
        _buffer.Append(name);
        attributes.WriteTo(_buffer);
        _buffer.Append('>');
    }

    private void EndInline()
    {
        var name = _inline[^1];
        _inline.RemoveAt(_inline.Count - 1);
        if (HtmlElement.Find(name)?.IsVoid != true)
        {
            _buffer.Append("</");
            _buffer.Append(name);
            _buffer.Append('>');
        }
    }

    private void Spill()
    {
        if (_only is not null)
        {
            _buffer.Append(_only);
            _only = null;
        }
    }

    private string Taken() => CharacterReference.Repaired(_only ?? (_buffer.Length == 0 ? "" : _buffer.ToString()));

    private void Reset()
    {
        _only = null;
        _buffer.Clear();
    }

    private void Assign(Field field, TextPiece piece)
    {
        switch (field)
        {
            case Field.PersonName:
                _person.Name ??= piece.Line();
                break;
            case Field.PersonMail:
                _person.Mail ??= piece.Line();
                break;
            case Field.TimeToLive or Field.SkipHour or Field.SkipDay or Field.UpdatePeriod or Field.UpdateFrequency:
                _hints.Read(field, piece.Raw);
                break;
            case Field.Content:
                _entry?.TakeContent(piece.Decoded().Clean(cleaner));
                break;
            case Field.Link:
                // Only now, as an address may stand in the element's text.
                FeedLinks.Add(_entry ?? _feed, null, null, WebAddress.Resolve(PlainText.OfText(piece.Raw), LinkBase));
                break;
            default:
                (_entry ?? _feed).Take(field, piece);
                break;
        }
    }

    /// <summary>An RSS feed's relative addresses are relative to its site where no base is given.</summary>
    private Uri? LinkBase => _bases.Count == 1 && _entry is not null && _feed.Site is { } site ? site : _bases[^1].Base;

    private void EndPerson()
    {
        var name = Person.Name(_person.Name) ?? Person.Name(_person.Mail) ?? Person.Name(Taken());
        if (name is not null)
        {
            (_entry ?? _feed).Authors.Add(name);
        }

        Reset();
    }

    private void EndEntry()
    {
        if (_entry is { } draft)
        {
            _entry = null;
            if (maker.Make(draft, _feed, LinkBaseOf(draft)) is { } entry)
            {
                Entries.Add(entry);
            }
        }
    }

    private Uri? LinkBaseOf(EntryDraft draft) => _bases.Count == 1 && _feed.Site is { } site ? site : draft.Base ?? documentUri;

    private static bool IsEntry(string name) => name is "item" or "entry" or "Item" or "Entry" or "ITEM";
}
