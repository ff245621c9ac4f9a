using System.Text;
using Bot.Commands.Evaluation;

namespace Bot.Tests.Sources.Pages.Generation;

internal sealed record GeneratedPage(string Name, byte[] Bytes, string Text, PageExpectation Expectation);

/// <summary>Lays articles out as a page's text with the faults of a <see cref="PageStyle"/>. The same seed gives the same page.</summary>
internal sealed partial class PageGenerator(int seed, PageStyle style)
{
    private readonly Random _random = new(seed);
    private readonly List<List<string>> _page = [];
    private readonly List<ExpectedBulletin> _expected = [];

    public GeneratedPage Make(string name, IReadOnlyList<SampleArticle> articles)
    {
        var shuffled = articles.ToArray();
        _random.Shuffle(shuffled);
        var chosen = shuffled.Where(a => !a.IsNotice).Take(style.Articles).Select(Prepare).ToList();
        var loose = shuffled.Where(a => !a.IsNotice && a.Title is not null).Skip(style.Articles).Select(Prepare).Where(a => a.Title is not null).Take(style.Bodiless).Select(a => HeadlineOf(a with { Kicker = null, Subtitle = null })).ToList();
        var typeset = chosen.Select(a => new Typeset(BodyOf(a), a.Title is null ? null : HeadlineOf(a), a)).ToList();
        Arrange(typeset, loose);
        if (style.Notices)
            AddNotices(shuffled.Where(a => a.IsNotice).Take(2));
        if (style.Furniture)
            AddFurniture();
        var text = style.SideBySide > 1 ? SideBySide() : OneColumn();
        var encoding = EncodingOf(style.Encoding);
        return new(name, [.. encoding.Preamble, .. encoding.GetBytes(text)], text, new() { Page = $"{name}.txt", Bulletins = [.. _expected] });
    }

    private sealed record Typeset(List<List<string>> Body, List<string>? Headline, SampleArticle Article);

    private bool Chance(double share) => _random.NextDouble() < share;

    private SampleArticle Prepare(SampleArticle article)
    {
        if (article.Title is not null && Chance(style.Headless))
            article = article with { Title = null, Kicker = null, Subtitle = null };
        if (Chance(style.Undated))
            article = article with { Dateline = null, Byline = null };
        if (Chance(style.Sectioned) && article is { IsNotice: false, Paragraphs: { Count: >= 3 } whole } && whole.All(p => p.Length >= 30))
            article = article with { Paragraphs = InSections(whole) };
        if (!style.Traditional)
            return article;
        string? Turn(string? text) => text is null ? null : InEncoding(CharacterFaults.ToTraditional(text));
        return article with
        {
            Title = Turn(article.Title),
            Kicker = Turn(article.Kicker),
            Subtitle = Turn(article.Subtitle),
            Dateline = Turn(article.Dateline),
            Byline = Turn(article.Byline),
            Credit = Turn(article.Credit),
            Paragraphs = [.. article.Paragraphs.Select(p => Turn(p)!)],
        };
    }

    /// <summary>A heading before the second or third paragraph, and more further on.</summary>
    private List<string> InSections(IReadOnlyList<string> paragraphs)
    {
        var headings = SectionHeadings.Draw(6, _random);
        var written = new List<string>();
        var next = 1 + _random.Next(paragraphs.Count > 3 ? 2 : 1);
        for (var p = 0; p < paragraphs.Count; p++)
        {
            if (p == next && written.Count(w => w.Length < 30) < headings.Count)
            {
                written.Add(headings[written.Count(w => w.Length < 30)]);
                next += 1 + _random.Next(2);
            }

            written.Add(paragraphs[p]);
        }

        return written;
    }

    /// <summary>Characters that the encoding lacks become one that it has.</summary>
    private string InEncoding(string text)
    {
        var encoding = (Encoding)EncodingOf(style.Encoding).Clone();
        encoding.EncoderFallback = new EncoderReplacementFallback("某");
        return encoding.GetString(encoding.GetBytes(text));
    }

    private List<List<string>> BodyOf(SampleArticle article)
    {
        var paragraphs = article.Paragraphs.ToList();
        if (style.Foreign && !article.IsNotice)
            paragraphs[^1] = paragraphs[^1].Insert(paragraphs[^1].IndexOf('，', StringComparison.Ordinal) + 1, _random.Next(2) == 0 ? "坚持Rule of Law理念，" : "蒙古文标语为ᠬᠠᠤᠯᠢ ᠴᠠᠭᠠᠵᠠ，");
        _expected.Add(new()
        {
            Title = article.Title,
            Kicker = article.Kicker,
            Subtitle = article.Subtitle,
            Dateline = article.Dateline,
            Byline = article.Byline?.Replace("采写/", "采写/", StringComparison.Ordinal),
            Credit = article.Credit,
            Kind = article.IsNotice ? "notice" : "article",
            Paragraphs = [.. paragraphs],
        });
        var width = Math.Round(style.Column.Least + (_random.NextDouble() * (style.Column.Most - style.Column.Least)));
        var blocks = new List<List<string>>();
        if (article is { BylinePlace: "line", Byline: not null })
            blocks.Add([(_random.Next(3) == 0 ? "□" : "") + article.Byline]);
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var text = p == 0 ? Head(article) + paragraphs[0] : paragraphs[p];
            if (p == paragraphs.Count - 1)
                text += Tail(article);
            AddParagraph(blocks, Typesetter.Lines(text, width, paragraphs[p].Length < 16 ? 0 : 2), p > 0);
        }

        if (article.Credit is not null && !_creditInline)
            blocks.Add([$"（{article.Credit}）"]);
        return blocks;
    }

    private bool _creditInline;

    private string Head(SampleArticle article)
    {
        if (article.Dateline is null)
            return article is { Byline: not null, BylinePlace: "head" } ? $"（{article.Byline}）" : "";
        return article is { Byline: not null, BylinePlace: "head" }
            ? article.Dateline + (_random.Next(4) == 0 ? " " : "") + $"（{article.Byline}）"
            : $"{article.Dateline} ";
    }

    private string Tail(SampleArticle article)
    {
        _creditInline = article.Credit is not null && _random.Next(3) == 0;
        return article is { Byline: not null, BylinePlace: "end" } ? $"（{article.Byline}）" : _creditInline ? $"（{article.Credit}）" : "";
    }

    private void AddParagraph(List<List<string>> blocks, List<string> lines, bool joins)
    {
        lines[0] = style.Indent + lines[0];
        var block = joins && !Chance(style.BlankAfterParagraph) ? blocks[^1] : [];
        if (block.Count == 0)
            blocks.Add(block);
        for (var i = 0; i < lines.Count; i++)
        {
            block.Add(Chance(style.Spaced) && lines[i].Length < 24 ? CharacterFaults.Spread(lines[i]) : lines[i]);
            if (i < lines.Count - 1 && Chance(style.ColumnBreak))
            {
                if (Chance(style.Captions))
                    blocks.Add(Caption());
                blocks.Add(block = []);
            }
        }

        if (Chance(style.Captions * 0.5))
            blocks.Add(Caption());
    }

    private List<string> Caption() => _random.Next(4) switch
    {
        0 => ["图为活动现场。"],
        1 => ["图为工作人员在现场开展宣传。", "本报记者 孟子舟 摄"],
        2 => ["（资料图片）"],
        _ => ["▲图为参观者认真听取讲解。 通讯员 白露 摄"],
    };

    private List<string> HeadlineOf(SampleArticle article)
    {
        var lines = new List<string>();
        if (article.Kicker is not null)
            lines.Add(article.Kicker);
        lines.AddRange(Typesetter.Headline(article.Title!, Chance(style.Broken) ? 2 + _random.Next(2) : 1));
        if (Chance(style.Spaced))
            lines[^1] = string.Join("  ", lines[^1].Split(' ').Select(CharacterFaults.Spread));
        if (article.Subtitle is not null)
            lines.Add((_random.Next(2) == 0 ? "——" : "") + article.Subtitle);
        return lines;
    }
}
