using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>What is neither headline nor text, and what it says of the text beside it.</summary>
internal sealed partial class PageStream
{
    private void TakeSignature(Fragment fragment)
    {
        if (Current is not { EndsArticle: false } atom || _headlineSinceText || _last is null)
        {
            TakeHeadline(fragment);
            return;
        }

        atom.Paragraphs.Add(fragment.Text);
        if (Notices.IsDate(Spacing.Compact(fragment.Text)))
            atom.EndsArticle = true;
        _last = fragment;
    }

    private void TakeNoticeTitle(Fragment fragment)
    {
        var title = Spacing.Unspaced(fragment.Text);
        if (_parts.Count > 0 && SameBlock(fragment))
        {
            // The issuer stands over the word 公告.
            title = $"{string.Join(' ', _parts.Select(p => Spacing.Unspaced(p.Text)))} {title}";
            _parts.Clear();
        }

        EndGroup(IsOpen);
        _pendingNotice = _pendingNotice is null ? title : $"{_pendingNotice} {title}";
    }

    private void TakeByline(Fragment fragment, Fragment? next)
    {
        var closes = Current is { EndsArticle: false } && !IsOpen && !_headlineSinceText && _pendingByline is null
            && next is { Head: not null } or { Kind: FragmentKind.Headline or FragmentKind.NoticeTitle };
        if (closes && !_headlineSinceText && Current is { Head.Byline: null } && (fragment.Head ?? ArticleHead.ReadLine(fragment.Text)) is { } by)
            Close(new(null, by.Byline, by.People, 0));
        else
            _pendingByline = fragment;
    }

    private void Close(ArticleTail tail)
    {
        if (Current is not { } atom || _headlineSinceText)
            return;
        atom.Tail = atom.Tail is null ? tail
            : new(atom.Tail.Credit ?? tail.Credit, atom.Tail.Byline ?? tail.Byline, atom.Tail.People.Count > 0 ? atom.Tail.People : tail.People, 0);
        atom.EndsArticle = true;
    }

    private void TakeCaption(Fragment fragment)
    {
        var text = Spacing.Unspaced(fragment.Text);
        if (Current is { } atom && !_headlineSinceText)
            atom.Captions.Add(text);
        else
            _captions.Add(text);
        _otherSinceHeadline = true;
    }

    private void TakeJump(Fragment fragment)
    {
        if (Furniture.JumpIn(fragment.Text) is not { } jump)
            return;
        if (!jump.Onwards)
            _continuedFrom = jump.Page;
        else if (Current is { } atom)
            (atom.ContinuesOn, atom.EndsArticle) = (jump.Page, true);
        _otherSinceHeadline = true;
    }

    private void TakeFurniture(Fragment fragment)
    {
        // Where to ask and where to file is part of a notice.
        if (Current is { IsNotice: true, EndsArticle: false } notice && !_headlineSinceText && _pendingNotice is null && Notices.IsContact(fragment.Text))
        {
            notice.Paragraphs.Add(fragment.Text);
            return;
        }

        if (Furniture.Masthead(fragment.Text) is { } said)
            _edition = _edition is null ? said : new(_edition.Paper ?? said.Paper, _edition.Date ?? said.Date, _edition.Page ?? said.Page);
        _otherSinceHeadline = true;
    }
}
