using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Articles;

/// <summary>How sentences on either side of a place speak, and how paragraphs hang together over it.</summary>
internal sealed partial class Boundaries
{
    /// <summary>News as it is first told.</summary>
    [GeneratedRegex(@"获悉|近日|日前|(?:印发|发布|公布|出台|通报|举行|召开|启动|宣判|开庭|揭牌)[^，]*$|[\d一二三四五六七八九十]月\d{1,2}日(?:起|，|[上下]午)|^\d{1,2}日|昨[日天]|今[日天]")]
    private static partial Regex Told { get; }

    /// <summary>A time that is no fresh news's.</summary>
    [GeneratedRegex(@"\d日|[上中下]旬|月初|月底|以来，|连日来|近年来")]
    private static partial Regex Day { get; }

    /// <summary>Somebody speaks, or holds something.</summary>
    [GeneratedRegex(@"(?:介绍|认为|表示|强调|指出|要求|告诉记者|坦言|回忆|建议|说|道|为)[，：]|(?:认为|坦言|回忆|看来)")]
    private static partial Regex Saying { get; }

    /// <summary>What leans on something said before, wherever in the sentence.</summary>
    [GeneratedRegex(@"(?:其|该|此|上述|双方|这[一些个种位样次名项起]|同时|还[要将是有]|也|仍|更|却|则|又)")]
    private static partial Regex PointsBack { get; }

    /// <summary>A year with which a story goes on rather than begins.</summary>
    [GeneratedRegex(@"^(?:(?:19|20)\d\d年|去年|今年|前年|过去)")]
    private static partial Regex Year { get; }

    /// <summary>Opens with a word for what was named before.</summary>
    [GeneratedRegex(@"^(?:该|此|其|[他她它]|这|那|会[上后议]|双方|上述|同时|此外)")]
    private static partial Regex Anaphor { get; }

    /// <summary>How the first sentence ahead and the last one behind speak, wherever in them they do.</summary>
    private double[] OfWording(int i)
    {
        var sentence = FirstSentence(_texts[i]);
        var told = Told.IsMatch(sentence);
        return
        [
            On(told),
            On(!told && Day.IsMatch(sentence)),
            On(Saying.IsMatch(sentence)),
            On(PointsBack.IsMatch(sentence)),
            On(Year.IsMatch(sentence)),
            On(_texts[i - 1] is [.., '？' or '?']),
            On(LastParagraph(_texts[i - 1]) is [.., '。', '”'] or [.., '”', '。']),
            On(Anaphor.IsMatch(sentence)),
            On(_texts[i].Contains("本报", StringComparison.Ordinal) || sentence.Contains("记者", StringComparison.Ordinal)),
            On(sentence.Contains('某', StringComparison.Ordinal)),
        ];
    }

    private static string FirstSentence(string text)
    {
        var end = text.AsSpan(0, Math.Min(Opening, text.Length)).IndexOfAny("。！？\n");
        return text[..(end < 0 ? Math.Min(Opening, text.Length) : end)];
    }

    /// <summary>How the paragraphs on either side hang together with what stands before and after them.</summary>
    private double[] OfThreads(int near, int i, int last)
    {
        var (before, here) = (_words.OfAtom(i - 1), _words.OfAtom(i));
        double mostBehind = 0, mostAhead = 0, mostOver = 0;
        for (var b = i - 1; b >= near && b >= i - 6; b--)
        {
            mostBehind = Math.Max(mostBehind, _words.Likeness(_words.OfAtom(b), here));
            if (b < i - 1)
                mostOver = Math.Max(mostOver, _words.Likeness(_words.OfAtom(b), before));
        }

        for (var a = i + 1; a <= last && a <= i + 5; a++)
        {
            mostAhead = Math.Max(mostAhead, _words.Likeness(here, _words.OfAtom(a)));
            mostBehind = Math.Max(mostBehind, _words.Likeness(before, _words.OfAtom(a)));
        }

        return
        [
            Strong(_words.Likeness(before, here)),
            Strong(mostBehind),
            Strong(mostAhead),
            Strong(mostOver),
            _words.Share(here, Behind(i - 1, near, Window)),
            i - 1 > near ? Strong(_words.Likeness(Behind(i - 2, near, Window), Ahead(i, last, Window))) : 0,
            i < last ? Strong(_words.Likeness(Behind(i - 1, near, Window), Ahead(i + 1, last, Window))) : 0,
        ];
    }
}
