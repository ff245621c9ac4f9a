namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>Where on the page articles and headlines are put.</summary>
internal sealed partial class PageGenerator
{
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
}
