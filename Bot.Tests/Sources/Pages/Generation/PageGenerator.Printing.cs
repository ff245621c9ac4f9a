using System.Text;

namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>Blocks to a page's text: furniture around them, columns side by side, odd characters, an encoding.</summary>
internal sealed partial class PageGenerator
{
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
