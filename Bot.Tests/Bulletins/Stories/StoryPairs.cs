using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Bulletins.Stories;
using Bot.Commands.Evaluation;
using Bot.Tests.Commands.Evaluation;

namespace Bot.Tests.Bulletins.Stories;

/// <summary>What is true of a pair: the same story, the same with a figure put right, or another event.</summary>
internal enum PairTruth
{
    Same,
    Revision,
    Different,
}

internal sealed record StoryPair(string Edit, StoryItem First, StoryItem Second, PairTruth Truth);

/// <summary>Pairs made from the labelled bulletins by edits with a fixed seed, the way other outlets, corrections and series change a text.</summary>
internal static partial class StoryPairs
{
    private static readonly DateTimeOffset _seen = new(2024, 5, 30, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<StoryPair> All()
    {
        var random = new Random(20240530);
        List<LabelledBulletin> bulletins = [.. LabelledBulletinTests.Load("tuned"), .. LabelledBulletinTests.Load("aside")];
        var pairs = new List<StoryPair>();
        for (var i = 0; i < bulletins.Count; i++)
        {
            var (title, text) = (bulletins[i].Title, bulletins[i].Paragraphs);
            Add("retitled", Retitled(title, random), text, PairTruth.Same);
            Add("shortened", title, Shortened(text), PairTruth.Same);
            Add("re-paragraphed", title, Reparagraphed(text, random), PairTruth.Same);
            Add("by-line", title, WithByline(text, random), PairTruth.Same);
            Add("other widths", title, [.. text.Select(Widened)], PairTruth.Same);
            Add("all at once", Retitled(title, random), WithByline(Reparagraphed(Shortened(text), random), random), PairTruth.Same);
            if (Corrected(text, random) is { } corrected)
                Add("one figure", title, corrected, PairTruth.Revision);
            if (NextInSeries(text, random) is { } next)
                Add("next in series", title, next, PairTruth.Different);
            if (text.Any(t => Places().IsMatch(t)))
                Add("other place", title, [.. text.Select(Moved)], PairTruth.Different);
            for (var n = 1; n <= 2; n++)
            {
                var other = bulletins[(i + random.Next(1, bulletins.Count)) % bulletins.Count];
                Add("other bulletin", other.Title, other.Paragraphs, PairTruth.Different);
            }

            void Add(string edit, string? newTitle, IReadOnlyList<string> newText, PairTruth truth) =>
                pairs.Add(new(edit, Item(2 * pairs.Count, title, text), Item((2 * pairs.Count) + 1, newTitle, newText), truth));
        }

        return pairs;
    }

    private static StoryItem Item(long id, string? title, IReadOnlyList<string> paragraphs) => new(id, title, paragraphs, [], _seen);

    private static string Retitled(string? title, Random random) =>
        random.Next(3) switch { 0 => "今日要闻", 1 => $"快讯丨{title}", _ => "法治新进展 看看都说了啥" };

    private static IReadOnlyList<string> Shortened(IReadOnlyList<string> text)
    {
        if (text.Count > 1)
            return [.. text.Take((text.Count + 1) / 2)];
        var sentences = Sentence().Matches(text[0]).Select(m => m.Value).ToList();
        return [string.Concat(sentences.Take((sentences.Count + 1) / 2))];
    }

    private static IReadOnlyList<string> Reparagraphed(IReadOnlyList<string> text, Random random) =>
        random.Next(2) == 0 ? [string.Concat(text)] : [.. text.SelectMany(p => Sentence().Matches(p).Select(m => m.Value))];

    private static IReadOnlyList<string> WithByline(IReadOnlyList<string> text, Random random)
    {
        var plain = Byline().Replace(text[0], "");
        string[] bylines = ["本报讯（记者 章台柳）", "松岭日报讯 ", "（记者 柳如絮 通讯员 温庭）"];
        return [bylines[random.Next(bylines.Length)] + plain, .. text.Skip(1)];
    }

    private static string Widened(string text) =>
        string.Concat(text.Select(c => c switch { >= '0' and <= '9' => (char)(c - '0' + '０'), '，' => ',', '（' => '(', '）' => ')', _ => c }));

    private static List<string>? Corrected(IReadOnlyList<string> text, Random random)
    {
        var places = text.SelectMany((p, i) => Counted().Matches(p).Select(m => (i, m))).ToList();
        if (places.Count == 0)
            return null;
        var (paragraph, match) = places[random.Next(places.Count)];
        var changed = text.ToList();
        var number = int.Parse(match.Value, CultureInfo.InvariantCulture) + random.Next(1, 9);
        changed[paragraph] = changed[paragraph][..match.Index] + number.ToString(CultureInfo.InvariantCulture) + changed[paragraph][(match.Index + match.Length)..];
        return changed;
    }

    /// <summary>The same kind of event elsewhere and with figures of its own.</summary>
    private static List<string>? NextInSeries(IReadOnlyList<string> text, Random random)
    {
        var changes = 0;
        var next = text.Select(p => Digits().Replace(p, m =>
        {
            changes++;
            return (int.Parse(m.Value, CultureInfo.InvariantCulture) + random.Next(1, 7)).ToString(CultureInfo.InvariantCulture);
        })).Select(Moved).ToList();
        return changes < 2 ? null : next;
    }

    private static string Moved(string text) => Places().Replace(text, m => m.Value switch { "青禾" => "松岭", "川泽" => "白杨", "云泽" => "清溪", _ => "漠江" });

    [GeneratedRegex("青禾|川泽|云泽|澜江")]
    private static partial Regex Places();

    [GeneratedRegex("[^。！？]+[。！？]?[”]?")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:本报讯|[\u4e00-\u9fff]{2,4}讯)?\s?(?:（记者[^）]*）)?")]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?<![0-9.第])[0-9]{1,6}(?=[万亿余]?[件名人起项家元份户])")]
    private static partial Regex Counted();

    [GeneratedRegex("(?<![0-9])[0-9]{1,6}(?![0-9])")]
    private static partial Regex Digits();
}
