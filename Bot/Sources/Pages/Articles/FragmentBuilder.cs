using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>Lines to fragments: a line goes on in the next one of its block as long as it fills its column and no sentence or headline ends there.</summary>
internal static class FragmentBuilder
{
    public static List<Fragment> Build(IReadOnlyList<PageLine> lines, CancellationToken cancellationToken)
    {
        var widths = ColumnWidths.Of(lines, cancellationToken);
        var fragments = new List<Fragment>();
        for (var i = 0; i < lines.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var single = TableRows.IsRow(lines, i) ? FragmentKind.Furniture : LineKind(lines[i].Text, fragments);
            var end = i + 1;
            if (single is FragmentKind.Body or FragmentKind.Caption)
            {
                var closed = fragments.Count == 0 || !fragments[^1].IsOpen;
                while (end < lines.Count && GoesOn(lines, widths, i, end) && !(closed && EndsHeadline(lines, widths, i, end)))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    end++;
                }
            }

            var fragment = new Fragment([.. lines.Skip(i).Take(end - i)], widths[end - 1])
            {
                Kind = single,
                Indented = lines[i].Indent >= 1.5,
                OpensParagraph = OpensParagraph(lines, widths, i),
                RunsOn = Fills(lines, widths, i, end - 1) || (end - 1 > i && OpensParagraph(lines, widths, end - 1)),
            };
            fragments.Add(fragment);
            i = end;
        }

        return fragments;
    }

    /// <summary>What a line is by its own words; Body where they do not tell.</summary>
    private static FragmentKind LineKind(string line, List<Fragment> before)
    {
        var runsOn = before.Count > 0 && before[^1] is { Kind: FragmentKind.Body, IsOpen: true };
        if (line.Length <= 45 && Furniture.JumpIn(line) is { } jump && jump.Length >= line.Length - 1)
            return FragmentKind.Jump;
        if (Captions.Opens(line) || Captions.IsCredit(line))
            return FragmentKind.Caption;
        if (before.Count > 0 && before[^1].Kind == FragmentKind.Body && Notices.IsDate(Spacing.Compact(line)) && Notices.IsSignature(Spacing.Compact(before[^1].Lines[^1].Text)))
        {
            if (before[^1].Lines.Count == 1)
                before[^1].Kind = FragmentKind.Signature;
            return FragmentKind.Signature;
        }

        if (Furniture.Is(line) && !(runsOn && line.Length <= 20 && Glyphs.Width(line) <= before[^1].ColumnWidth + 1 && char.IsAsciiDigit(line[0])))
            return FragmentKind.Furniture;
        if (Notices.IsSignedByReader(line))
            return FragmentKind.Signature;
        if (ArticleHead.ReadLine(line) is not null)
            return FragmentKind.Byline;
        if (ArticleTail.Read(line) is { Start: 0 })
            return FragmentKind.Tail;
        return Notices.IsTitle(Spacing.Compact(line)) && (!runsOn || line.Length <= 8) ? FragmentKind.NoticeTitle : FragmentKind.Body;
    }

    private static bool GoesOn(IReadOnlyList<PageLine> lines, double[] widths, int first, int next)
    {
        var last = next - 1;
        if (lines[next].Block != lines[last].Block || !SameSize(lines[last], lines[next]))
            return false;
        var text = lines[next].Text;
        if (Sentences.Continues(text))
            return true;
        // Items of a list, each of which happens to fill the column.
        if (lines[next].Place is not null && lines[last].Text[^1] == '；' && text[^1] is '；' or '。' && lines[last].Indent == lines[next].Indent)
            return false;
        // Printed right under a full line whose sentence is open, and not set in: no line of its own, whatever it says.
        if (lines[next] is { Place: not null, Indent: < 1.5 } && Fills(lines, widths, first, last) && !Sentences.EndsParagraph(lines[last].Text) && lines[last].Width >= widths[last] - 0.9 && lines[last].Width <= widths[last] + 0.9 && !TableRows.IsRow(lines, next))
            return true;
        if (TableRows.IsRow(lines, next) || IsOwnLine(text) || ArticleHead.Read(text) is not null)
            return false;
        if (!Fills(lines, widths, first, last))
            return false;
        if (!Sentences.EndsParagraph(lines[last].Text))
            return lines[last].Width <= TooWide(widths[last]) || HasPeer(lines, last);
        if (OpensParagraph(lines, widths, next))
            return false;
        // Behind a full line that ends a sentence, a line that neither fills the column nor ends a sentence is no text.
        return Sentences.EndsParagraph(text) || (Fills(lines, widths, first, next) && (lines[next].Width <= TooWide(widths[next]) || HasPeer(lines, next)));
    }

    /// <summary>Lines without a sentence's signs, not set in, and then one that is: a headline that happens to fill its column stands over a paragraph.</summary>
    private static bool EndsHeadline(IReadOnlyList<PageLine> lines, double[] widths, int first, int next)
    {
        if (next - first > 2 || lines[first].Indent >= 1.5 || !OpensParagraph(lines, widths, next))
            return false;
        for (var i = first; i < next; i++)
        {
            if (lines[i].Text.AsSpan().IndexOfAny("，。；、") >= 0 || lines[i].Width < widths[next] - 0.9)
                return false;
        }

        return lines[next].Text.Length > 8;
    }

    /// <summary>Whether the line is as wide as its column, so that it may run on into the next.</summary>
    private static bool Fills(IReadOnlyList<PageLine> lines, double[] widths, int first, int index)
    {
        var column = widths[index];
        if (column == 0)
            return false;
        var slack = Math.Max(1.1, 0.11 * column);
        if (index == first)
            slack += Math.Max(2.1, Math.Min(lines[index].Indent, 4));
        if (index + 1 < lines.Count)
            slack += Unbreakable(lines[index + 1].Text);
        return lines[index].Width >= column - slack;
    }

    /// <summary>How much room the next line's first word would have needed: numbers, Latin words and opening quotes are not parted.</summary>
    private static double Unbreakable(string next)
    {
        var length = 0;
        while (length < next.Length && length < 8 && Glyphs.IsNarrowWord(next[length]))
            length++;
        return length > 0 ? length / 2.0 : next[0] is '“' or '《' or '（' or '‘' or '「' ? 1 : 0;
    }

    private static bool OpensParagraph(IReadOnlyList<PageLine> lines, double[] widths, int index)
    {
        if (lines[index].Indent >= 1.5)
            return true;
        var column = widths[index];
        // The indent was lost in extraction: a first line is two characters short of its column.
        return column > 0 && lines[index].Width <= column - 1.4 && lines[index].Width >= column - 2.9
            && index + 1 < lines.Count && !Sentences.EndsParagraph(lines[index].Text) && Unbreakable(lines[index + 1].Text) == 0;
    }

    /// <summary>Whether another line of the block is as wide.</summary>
    private static bool HasPeer(IReadOnlyList<PageLine> lines, int index)
    {
        for (var i = Math.Max(0, index - 6); i < Math.Min(lines.Count, index + 7); i++)
        {
            if (i != index && lines[i].Block == lines[index].Block && Math.Abs(lines[i].Width - lines[index].Width) < 1.1)
                return true;
        }

        return false;
    }

    private static bool IsOwnLine(string text) =>
        Captions.Opens(text) || Captions.IsCredit(text) || Furniture.Is(text) || ArticleHead.ReadLine(text) is not null || ArticleTail.Read(text) is { Start: 0 };

    private static double TooWide(double column) => column + Math.Max(1.6, 0.12 * column);

    private static bool SameSize(PageLine a, PageLine b) =>
        a.Place is not { } first || b.Place is not { } second || Math.Abs(first.Size - second.Size) <= 0.12 * Math.Max(first.Size, second.Size);
}
