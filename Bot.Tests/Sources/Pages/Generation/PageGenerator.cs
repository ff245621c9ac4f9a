using System.Text;
using Bot.Commands.Evaluation;

namespace Bot.Tests.Sources.Pages.Generation;

internal sealed record GeneratedPage(string Name, byte[] Bytes, string Text, PageExpectation Expectation);

/// <summary>Lays articles out as a page's text with the faults of a <see cref="PageStyle"/>. The same seed gives the same page.</summary>
internal sealed class PageGenerator(int seed, PageStyle style)
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

    private void Arrange(List<Typeset> articles, List<List<string>> loose)
    {
        var headlines = articles.Select(a => a.Headline).ToList();
        var before = new List<List<string>>[articles.Count + 1];
        for (var i = 0; i < before.Length; i++)
            before[i] = [];
        for (var i = 0; i < articles.Count; i++)
        {
            if (headlines[i] is not { } headline)
                continue;
            var at = style.Place switch
            {
                HeadlinePlace.Before => i,
                HeadlinePlace.After => i + 1,
                HeadlinePlace.AllFirst => 0,
                HeadlinePlace.AllLast => articles.Count,
                _ => _random.Next(3) switch { 0 => i, 1 => i + 1, _ when Tells(articles[i].Article) => _random.Next(before.Length), _ => i },
            };
            before[at].Add(headline);
        }

        foreach (var headline in loose)
            before[_random.Next(before.Length)].Add(headline);
        for (var i = 0; i <= articles.Count; i++)
        {
            AddHeadlines(before[i]);
            if (i == articles.Count)
                break;
            var body = articles[i].Body;
            if (i + 1 < articles.Count && Chance(style.Interleaved) && articles[i + 1].Article.Dateline is not null && CutOf(body) is > 0 and var cut)
            {
                articles[i + 1].Body.AddRange(body.Skip(cut));
                body = body.Take(cut).ToList();
            }

            AddBody(body, articles[i].Article);
        }
    }

    /// <summary>Whether anything but its place tells whose the headline is: it shares two pairs of characters with the text.</summary>
    private static bool Tells(SampleArticle article)
    {
        var text = string.Concat(article.Paragraphs);
        var title = article.Title!;
        return Enumerable.Range(1, title.Length - 1).Count(i => char.IsLetter(title[i - 1]) && char.IsLetter(title[i]) && text.Contains(title[(i - 1)..(i + 1)], StringComparison.Ordinal)) >= 2;
    }

    /// <summary>The first block that begins in mid-sentence.</summary>
    private static int CutOf(List<List<string>> body)
    {
        for (var i = 1; i < body.Count; i++)
        {
            if (body[i - 1][^1][^1] is not ('。' or '）' or '？' or '！' or '：' or '”' or '摄' or '记') && body[i - 1].Count > 1)
                return i;
        }

        return -1;
    }

    private void AddBody(List<List<string>> body, SampleArticle article)
    {
        if (style.Crowded && _page.Count > 0)
        {
            _page[^1].AddRange(body[0]);
            _page.AddRange(body.Skip(1));
        }
        else
        {
            _page.AddRange(body);
        }

        if (style.Jumps && _random.Next(3) == 0)
            _page.Add(["（下转第4版）"]);
        if (style.Table && article.Id.EndsWith('5'))
            _page.Add(["序号  单位  件数  比例", "1  城东所  128  35%", "2  城西所  97  27%", "3  河口所  63  18%"]);
    }

    private void AddHeadlines(List<List<string>> headlines)
    {
        for (var i = 0; i < headlines.Count; i++)
        {
            var block = headlines[i].ToList();
            // The last line of one and the first of the next run together.
            if (i + 1 < headlines.Count && Chance(style.Glued) && block.Count == 1)
            {
                headlines[i + 1] = [block[0] + new string(' ', 1 + _random.Next(3)) + headlines[i + 1][0], .. headlines[i + 1].Skip(1)];
                continue;
            }

            if (style.Crowded && _page.Count > 0)
                _page[^1].AddRange(block);
            else
                _page.Add(block);
        }
    }

    private void AddNotices(IEnumerable<SampleArticle> notices)
    {
        foreach (var notice in notices.Select(Prepare))
        {
            _page.Add([notice.Title ?? "公告"]);
            _page.AddRange(BodyOf(notice));
            _expected[^1] = _expected[^1] with { Title = notice.Title ?? "公告" };
        }
    }

    private void AddFurniture()
    {
        _page.Insert(0, [_random.Next(3) switch { 0 => "江城法治报 2025年3月18日 星期二 第3版", 1 => "A03 法治新闻  2025.03.18 星期二", _ => "3 综合·要闻  2025年3月18日 星期二 农历乙巳年二月十九" }]);
        if (_random.Next(2) == 0)
            _page.Insert(1, ["JIANG CHENG FA ZHI BAO"]);
        _page.Insert(_random.Next(_page.Count), ["责任编辑：洪波 版式：安澜 校对：甘霖"]);
        _page.Add([_random.Next(2) == 0 ? "新闻热线：0899-8123456 投稿邮箱：fazhibao@example.com" : "本报地址：江城市人民路18号 邮编：650000 国内统一连续出版物号：CN53-0000"]);
    }

    private string OneColumn()
    {
        var page = new StringBuilder();
        foreach (var block in _page)
        {
            foreach (var line in block.OfType<string>())
                page.Append(Faulty(line)).Append('\n');
            page.Append('\n');
        }

        return page.ToString();
    }

    /// <summary>As many columns as the style says, blocks from top to bottom in each.</summary>
    private string SideBySide()
    {
        var lines = _page.SelectMany(b => b.OfType<string>().Append("")).ToList();
        var height = (lines.Count + style.SideBySide - 1) / style.SideBySide;
        var columns = lines.Chunk(height).ToList();
        double Size(string line) => style.PaddedByCount ? line.Length : 2 * Bot.Sources.Pages.Layout.Glyphs.Width(line);
        var widths = columns.Select(c => c.Max(Size) + 2 + _random.Next(3)).ToList();
        var page = new StringBuilder();
        for (var y = 0; y < height; y++)
        {
            var row = new StringBuilder();
            double at = 0, wanted = 0;
            for (var c = 0; c < columns.Count; c++)
            {
                var line = y < columns[c].Length ? Faulty(columns[c][y]) : "";
                if (line.Length > 0)
                {
                    row.Append(' ', (int)Math.Round(Math.Max(0, wanted - at)));
                    row.Append(line);
                    at = Math.Max(wanted, at) + Size(columns[c][y]);
                }

                wanted += widths[c];
            }

            page.Append(row).Append('\n');
        }

        return page.ToString();
    }

    private string Faulty(string line)
    {
        if (style.FullWidth)
            line = CharacterFaults.ToFullWidth(line);
        return style.Odd > 0 ? CharacterFaults.Disguise(line, style.Odd, _random) : line;
    }

    private static Encoding EncodingOf(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-8-bom" => new UTF8Encoding(true),
        "utf-16" => new UnicodeEncoding(false, true),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!,
    };
}
