using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// Fragments to atoms of text and groups of headlines. A paragraph whose sentence is open at its end goes on in the next text,
/// whatever is printed between.
/// </summary>
internal sealed partial class PageStream
{
    /// <summary>No headlines that stand together have more pieces.</summary>
    private const int LargestGroup = 24;

    private readonly List<HeadlinePart> _parts = [];
    private readonly List<string> _captions = [];
    private Fragment? _last;
    private Fragment? _lastHeadline;
    private Fragment? _pendingByline;
    private string? _pendingNotice;
    private string? _continuedFrom;
    private bool _headlineSinceText;
    private bool _ownSinceText;
    private bool _otherSinceHeadline;
    private Edition? _edition;

    public List<Atom> Atoms { get; } = [];

    public List<HeadlineGroup> Groups { get; } = [];

    public Edition? Edition => _edition;

    private Atom? Current => Atoms.Count > 0 ? Atoms[^1] : null;

    /// <summary>A sentence of the current atom is still open.</summary>
    private bool IsOpen => _last is { IsOpen: true } && Current is { EndsArticle: false };

    /// <summary>The text so far is a dateline and no more: a bracket or a word that could not be parted did not fit on its line.</summary>
    private bool IsDatelineAlone => _last is { Kind: FragmentKind.Body, Head: { Dateline: not null, Byline: null } head } && head.Length >= _last.Text.Length && Current is { EndsArticle: false };

    public static PageStream Of(List<Fragment> fragments, CancellationToken cancellationToken)
    {
        var stream = new PageStream();
        for (var i = 0; i < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stream.Take(fragments[i], i + 1 < fragments.Count ? fragments[i + 1] : null);
        }

        stream.EndGroup(false);
        stream.Current?.Captions.AddRange(stream._captions);
        foreach (var atom in stream.Atoms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TakeOffHead(atom);
        }

        return stream;
    }

    private void Take(Fragment fragment, Fragment? next)
    {
        switch (fragment.Kind)
        {
            case FragmentKind.Headline:
                TakeHeadline(fragment);
                break;
            case FragmentKind.NoticeTitle:
                TakeNoticeTitle(fragment);
                break;
            case FragmentKind.Signature:
                TakeSignature(fragment);
                break;
            case FragmentKind.Byline:
                TakeByline(fragment, next);
                break;
            case FragmentKind.Tail:
                Close(fragment.Tail ?? ArticleTail.Read(fragment.Text)!);
                break;
            case FragmentKind.Caption:
                TakeCaption(fragment);
                break;
            case FragmentKind.Jump:
                TakeJump(fragment);
                break;
            case FragmentKind.Furniture:
                TakeFurniture(fragment);
                break;
            default:
                TakeBody(fragment);
                break;
        }
    }

    private void TakeHeadline(Fragment fragment)
    {
        // The foot of a notice: its issuer and date stand like headlines.
        if (Current is { IsNotice: true, EndsArticle: false } notice && _parts.Count == 0 && _pendingNotice is null && _last is not null
            && (Notices.IsSignature(Spacing.Compact(fragment.Text)) || Notices.IsDate(Spacing.Compact(fragment.Text))))
        {
            notice.Paragraphs.Add(fragment.Text);
            return;
        }

        if (_parts.Count >= LargestGroup || (_parts.Count > 0 && IsPrintedElsewhere(_lastHeadline!, fragment)))
            EndGroup(false);
        _parts.AddRange(HeadlineGroup.PartsIn(fragment, _parts.Count == 0 ? Apart.First : SameBlock(fragment) && !_otherSinceHeadline ? Apart.Line : Apart.Block));
        _lastHeadline = fragment;
        _otherSinceHeadline = false;
        _headlineSinceText = true;
        _ownSinceText |= SectionNames.IsOwn(Spacing.Compact(fragment.Text));
    }

    /// <summary>Neither over nor under the other headline.</summary>
    private static bool IsPrintedElsewhere(Fragment before, Fragment fragment) =>
        before.Lines[^1].Place is { } above && fragment.Lines[0].Place is { } place
        && (Math.Min(above.Right, place.Right) - Math.Max(above.Left, place.Left) < -place.Size || place.Top - above.Bottom > 2 * Math.Max(above.Size, place.Size));

    private bool SameBlock(Fragment fragment) => _lastHeadline is not null && _lastHeadline.Block == fragment.Block;

    private void TakeBody(Fragment fragment)
    {
        var text = fragment.Text;
        if (Furniture.JumpIn(text) is { } jump)
        {
            text = text.Remove(jump.Index, jump.Length);
            if (!jump.Onwards)
                _continuedFrom = jump.Page;
        }

        if (IsDatelineAlone && fragment.Head is null or { Dateline: null } && _pendingByline is null && _pendingNotice is null && !_headlineSinceText)
        {
            Current!.Paragraphs[^1] = $"{Current.Paragraphs[^1]} {text}";
            EndText();
            _last = fragment;
            return;
        }

        var open = IsOpen && !(fragment.Indented && _headlineSinceText && _parts.Exists(p => p.Size >= 1.25 * fragment.Size && p.Size > 0));
        var starts = fragment.Head is not null || _pendingByline is not null || _pendingNotice is not null || _continuedFrom is not null || (_ownSinceText && !open);
        if (open && !starts)
        {
            EndGroup(true);
            var paragraphs = Current!.Paragraphs;
            paragraphs[^1] = LineJoin.Join(paragraphs[^1], text, false);
            if (fragment.OwnWidth > 0)
                Current.LastColumnWidth = fragment.OwnWidth;
        }
        else
        {
            if (open)
                Current!.Dangles = true;
            if (starts || Current is null || Current.EndsArticle || _headlineSinceText || MayStart(fragment))
                Begin(fragment, starts);
            Current!.Paragraphs.Add(text);
            if (fragment.OwnWidth > 0)
                Current.LastColumnWidth = fragment.OwnWidth;
        }

        EndText();
        if (Furniture.JumpIn(fragment.Text) is { Onwards: true } onwards)
            (Current!.ContinuesOn, Current.EndsArticle) = (onwards.Page, true);
        _last = fragment;
    }

    /// <summary>A paragraph in front of which an article might end, though nothing is printed between.</summary>
    private bool MayStart(Fragment fragment) =>
        fragment.Block != _last!.Block || Openings.Strength(fragment.Text) == 2 || (Current!.IsNotice && Notices.OpensWithAddressee(fragment.Text));

    private void Begin(Fragment fragment, bool starts)
    {
        EndGroup(false);
        var atom = new Atom
        {
            Head = _pendingByline is { } line ? line.Head ?? ArticleHead.ReadLine(line.Text) : null,
            StartsArticle = starts,
            AfterHeadline = _headlineSinceText,
            OpensParagraph = fragment.OpensParagraph,
            FillsFirstLine = fragment is { ColumnWidth: > 0, Indented: false, Lines: { Count: > 1 } lines } && Math.Abs(lines[0].Width - fragment.ColumnWidth) <= 0.9,
            ColumnWidth = fragment.OwnWidth,
            LastColumnWidth = fragment.OwnWidth,
            IsNotice = _pendingNotice is not null,
            NoticeTitle = _pendingNotice,
            ContinuedFrom = _continuedFrom,
            Sheet = fragment.Lines[0].Sheet,
            Place = fragment.Lines[0].Place,
        };
        atom.Captions.AddRange(_captions);
        _captions.Clear();
        (_pendingByline, _pendingNotice, _continuedFrom) = (null, null, null);
        Atoms.Add(atom);
    }

    /// <summary>Dateline and by-line are read once the first paragraph is whole, since lines may end inside them.</summary>
    private static void TakeOffHead(Atom atom)
    {
        if (ArticleHead.Read(atom.Paragraphs[0]) is not { } head)
            return;
        atom.Paragraphs[0] = atom.Paragraphs[0][head.Length..];
        atom.Head = atom.Head is null ? head
            : new(head.Dateline, head.Byline ?? atom.Head.Byline, head.Byline is null ? atom.Head.People : head.People, 0);
    }

    /// <summary>Takes a credit or a closing by-line off the end of the paragraph.</summary>
    private void EndText()
    {
        (_headlineSinceText, _ownSinceText) = (false, false);
        var paragraphs = Current!.Paragraphs;
        if (ArticleTail.Read(paragraphs[^1]) is not { Start: > 0 } tail)
            return;
        paragraphs[^1] = paragraphs[^1][..tail.Start];
        Close(tail);
    }

    private void EndGroup(bool inside)
    {
        if (_parts.Count > 0)
            Groups.Add(new([.. _parts], Atoms.Count, inside, 0));
        _parts.Clear();
        _lastHeadline = null;
        _otherSinceHeadline = false;
    }
}
