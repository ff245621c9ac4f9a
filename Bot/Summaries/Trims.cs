using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Summaries;

/// <summary>What can be left out from within a sentence without breaking it: asides in brackets, hosts of an event, the middle of a list.</summary>
internal static partial class Trims
{
    /// <summary>Leaves out brackets: those that only introduce a short name or a by-line, or <paramref name="all"/> that aren't part of a title or a number.</summary>
    public static string WithoutAsides(string text, bool all)
    {
        if (text.AsSpan().IndexOfAny('（', '(') < 0)
            return text;
        var kept = new StringBuilder(text.Length);
        var titles = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            titles += c == '《' ? 1 : c == '》' ? -1 : 0;
            if (c is '（' or '(' && titles <= 0 && i > 0 && Marks.CloseOf(text, i) is var close and > 0 && Goes(text.AsSpan(i + 1, close - i - 1), all))
            {
                i = close;
                continue;
            }

            kept.Append(c);
        }

        return kept.ToString();
    }

    private static bool Goes(ReadOnlySpan<char> inside, bool all)
    {
        if (inside.IndexOf("简称", StringComparison.Ordinal) >= 0 || inside.StartsWith("下称", StringComparison.Ordinal) || inside.IndexOf("记者", StringComparison.Ordinal) >= 0 || inside.StartsWith("见", StringComparison.Ordinal) || inside.StartsWith("下同", StringComparison.Ordinal))
            return true;
        return all && inside.Length is > 0 and <= 60 && !char.IsAsciiDigit(inside[0]) && inside is not ("试行" or "草案" or "征求意见稿" or "一" or "二" or "三" or "送审稿" or "暂行" or "修订草案");
    }

    /// <summary>Leaves out a quote's mark whose other one stands in another sentence: “2022年起，……, 他说。”</summary>
    public static string WithoutLoneQuotes(string text)
    {
        return (text.IndexOf('“'), text.IndexOf('”')) switch
        {
            ( >= 0 and var open, < 0) => text.Remove(open, 1),
            ( < 0, >= 0 and var close) => text.Remove(close, 1),
            _ => text,
        };
    }

    /// <summary>"由甲、乙主办，丙承办的某活动在某地举行" becomes "某活动在某地举行".</summary>
    public static string WithoutHosts(string text)
    {
        if (!text.Contains("办的", StringComparison.Ordinal) && !text.Contains("导的", StringComparison.Ordinal) && !text.Contains("起的", StringComparison.Ordinal))
            return text;
        var match = Hosts().Match(text);
        return match.Success ? string.Concat(text.AsSpan(0, match.Groups[1].Index), text.AsSpan(match.Index + match.Length)) : text;
    }

    /// <summary>"某某局日前在某地" becomes "某某局在某地": only right after an organ's name, for 日前 also ends 节日前 and 期限届满日前.</summary>
    public static string WithoutRecently(string text)
    {
        foreach (var word in (ReadOnlySpan<string>)["近日", "日前"])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at > 1 && at + 3 < text.Length && "局厅院会委部府署办社团司总关".Contains(text[at - 1], StringComparison.Ordinal) && text[at + 2] is not ('来' or '的' or '点'))
                return string.Concat(text.AsSpan(0, at), text.AsSpan(at + 2 + (text[at + 2] == '，' ? 1 : 0)));
        }

        return text;
    }

    /// <summary>"甲、乙、丙、丁等九项议题" becomes "甲、乙等九项议题".</summary>
    public static string WithShortLists(string text)
    {
        if (!text.Contains('等', StringComparison.Ordinal) || !text.Contains('、', StringComparison.Ordinal))
            return text;
        return LongList().Replace(text, m => m.Groups[1].Value + "等");
    }

    [GeneratedRegex(@"^(?:[^，。由]{0,12}[，,])?(由[^。；由]{2,110}(?:主办|承办|协办|举办|指导|发起|组织)的)(?=[“《\d\u4e00-\u9fff])")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"((?:[^、，；：。！？等]{2,24}、){1}[^、，；：。！？等]{2,24})(?:、[^、，；：。！？等诉对向被将把由]{1,24}){2,}等")]
    private static partial Regex LongList();
}
