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

        /// <summary>The feed that an entry was taken from.</summary>
        Source,
        Ignored,
    }

    private readonly List<Scope> _scopes = [Scope.Root];
    private readonly BaseAddresses _bases = new(documentUri);
    private readonly CollectedText _text = new();
    private readonly EntryDraft _feed = new();
    private readonly HintsDraft _hints = new();
    private FeedRoot _root = FeedRoot.None;
    private EntryDraft? _entry;
    private Field _field;
    private int _nested;
    private string? _relation;
    private (string? Name, string? Mail) _person;

    public string Format => _root.Format;

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
            if (_text.IsWrapper(name))
            {
                _bases.Enter(_scopes.Count, attributes);
            }

            _nested++;
            _text.StartInline(name, attributes);
            return;
        }

        _bases.Enter(_scopes.Count, attributes);
        _scopes.Add(Inside(_scopes[^1], _root.Read(vocabulary), name, attributes));
    }

    /// <param name="text">Stays as it is until the element ends.</param>
    public void Text(ReadOnlyMemory<char> text) => _text.Add(text);

    public void Text(ReadOnlySpan<char> text) => _text.Add(text);

    public void End()
    {
        if (_nested > 0)
        {
            _nested--;
            _text.EndInline();
            return;
        }

        if (_field != Field.None)
        {
            EndField();
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

        _bases.Leave(_scopes.Count);
    }

    /// <summary>The document broke off inside the entry: what is there may be half of it.</summary>
    public void Abandon() => _entry = null;

    private Scope Inside(Scope scope, Vocabulary vocabulary, string name, IAttributes attributes)
    {
        switch (scope)
        {
            case Scope.Root:
                return Root(vocabulary, name, attributes);
            case Scope.Feed or Scope.Ignored when vocabulary is Vocabulary.Rss or Vocabulary.Atom && _entry is null && IsEntry(name):
                _entry = new() { About = attributes.IsEmpty ? null : attributes.Get("about") ?? attributes.Get("HREF") ?? attributes.Get("href"), Base = _bases.Current };
                _entry.Change(attributes.IsEmpty ? null : attributes.Get("LASTMOD"));
                return Scope.Entry;
            case Scope.Ignored:
                return Scope.Ignored;
            case Scope.Source when vocabulary != Vocabulary.Atom || name != "author":
                return Scope.Ignored;
            case Scope.Entry when vocabulary == Vocabulary.Atom && name == "source":
                return Scope.Source;
            case Scope.Person:
                Begin(name switch { "name" => Field.PersonName, "email" => Field.PersonMail, _ => Field.None }, TextKind.Text);
                return name is "uri" or "url" or "homepage" ? Scope.Ignored : Scope.Person;
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
        if (SawRoot && IsEntry(name))
        {
            // The feed's end tag came too early.
            _entry = new() { Base = _bases.Current };
            return Scope.Entry;
        }

        SawRoot = true;
        _root = FeedRoot.Of(vocabulary, name, attributes);
        if (!_root.IsEntry)
        {
            return Scope.Feed;
        }

        _entry = new() { Base = _bases.Current };
        return Scope.Entry;
    }

    private Scope Element(Scope scope, Vocabulary vocabulary, string name, IAttributes attributes)
    {
        var inEntry = scope == Scope.Entry;
        var draft = inEntry ? _entry! : _feed;
        draft.HasElements = true;
        if (vocabulary is Vocabulary.Rss or Vocabulary.Atom && name is "author" or "Author" or "managingEditor")
        {
            _person = default;
            _text.Begin(TextKind.Text);
            return Scope.Person;
        }

        var field = Fields.Of(vocabulary, name, inEntry);
        switch (field)
        {
            case Field.Link when (attributes.Get("href") ?? attributes.Get("HREF")) is { } href:
                FeedLinks.Add(draft, attributes.Get("rel"), attributes.Get("type"), WebAddress.Resolve(href, _bases.Current));
                return Scope.Ignored;
            case Field.Category when (attributes.Get("label") ?? attributes.Get("term")) is { } term:
                Assign(field, new(term, TextKind.Text, null));
                return Scope.Ignored;
            case Field.Link:
                _relation = attributes.IsEmpty ? null : attributes.Get("rel");
                break;
            case Field.Category when vocabulary == Vocabulary.Podcast:
                // Narrower ones stand inside it.
                Assign(field, new(attributes.Get("text") ?? "", TextKind.Text, null));
                return scope;
            case Field.Content when attributes.Get("type")?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true:
                return scope;
            case Field.Content when attributes.Get("src") is { } source:
                draft.OtherLink ??= WebAddress.Resolve(source, _bases.Current);
                return Scope.Ignored;
            case Field.Id:
                draft.IdIsLink = vocabulary == Vocabulary.Rss ? attributes.Get("isPermaLink") is null or "true" or "True" or "TRUE" or "1" : null;
                break;
            case Field.None:
                return Scope.Ignored;
            default:
                break;
        }

        Begin(field, _root.KindOf(field, vocabulary, attributes));
        return scope;
    }

    private void Begin(Field field, TextKind kind)
    {
        _field = field;
        if (field != Field.None)
        {
            _text.Begin(kind);
        }
    }

    private void EndField()
    {
        if (_field == Field.Content && _entry is not null && _text.Kind is not (TextKind.Base64Html or TextKind.Base64Text or TextKind.Binary))
        {
            _entry.TakeContent(Body.Of(_text.Span, _text.Kind, LinkBase, cleaner));
        }
        else
        {
            Assign(_field, new(_text.Taken(), _text.Kind, LinkBase));
        }

        _field = Field.None;
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
                FeedLinks.Add(_entry ?? _feed, _relation, null, WebAddress.Resolve(WebAddress.WithScheme(PlainText.OfText(piece.Raw)), LinkBase));
                break;
            default:
                (_entry ?? _feed).Take(field, piece);
                break;
        }
    }

    private Uri? LinkBase => _entry is null ? _bases.Current : _bases.Nearest(_bases.Current, _feed, Format);

    private void EndPerson()
    {
        var name = Person.Name(_person.Name) ?? Person.Name(_person.Mail) ?? Person.Name(_text.Taken());
        if (name is not null)
        {
            if (_scopes[^1] == Scope.Source)
            {
                _entry!.SourceAuthor ??= name;
            }
            else
            {
                (_entry ?? _feed).Authors.Add(name);
            }
        }

        _text.Clear();
    }

    private void EndEntry()
    {
        if (_entry is { } draft)
        {
            _entry = null;
            if (maker.Make(draft, _feed, _bases.Nearest(draft.Base, _feed, Format)) is { } entry)
            {
                Entries.Add(entry);
            }
        }
    }

    private static bool IsEntry(string name) => name is "item" or "entry" or "Item" or "Entry" or "ITEM";
}
