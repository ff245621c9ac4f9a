using System.Text.RegularExpressions;
using Bot.Bulletins.Facts;

namespace Bot.Summaries;

/// <summary>The paragraphs that a summary may be made of: without by-lines, addressees, numbers and signatures, and with lists put together.</summary>
internal static partial class BodyText
{
    /// <summary>A longer line says more than whom it is for, what it is numbered or who signed it.</summary>
    private const int LongestLine = 48;

    public static List<string> Of(IReadOnlyList<string> paragraphs)
    {
        var body = new List<string>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = paragraphs[i].Trim();
            if (text.Length == 0 || Openings.IsApparatus(text))
                continue;
            if (IsListHead(text) && i + 1 < paragraphs.Count && IsItem(paragraphs[i + 1]))
                text = Listed(paragraphs, ref i);
            else if ((text.Length <= LongestLine && IsFormal(text)) || IsNote(text))
                continue;
            text = text[Openings.Dateline(text)..];
            if (text.Length > 0)
                body.Add(text);
        }

        return body;
    }

    /// <summary>When and by whom a rule was passed, in brackets under its name.</summary>
    private static bool IsNote(string text) => text[0] is '（' or '(' && Marks.CloseOf(text, 0) == text.Length - 1;

    private static bool IsListHead(string text) => text.Length <= LongestLine && text[^1] is '：' or ':';

    private static bool IsItem(string text) => text.AsSpan().TrimEnd().EndsWith("；");

    /// <summary>"任命：" and the lines below it, up to the one that ends the sentence.</summary>
    private static string Listed(IReadOnlyList<string> paragraphs, ref int at)
    {
        var from = at;
        while (at + 1 < paragraphs.Count && IsItem(paragraphs[at + 1]))
            at++;
        if (at + 1 < paragraphs.Count && paragraphs[at + 1].AsSpan().TrimEnd().EndsWith("。"))
            at++;
        return string.Concat(paragraphs.Skip(from).Take(at - from + 1).Select(p => p.Trim()));
    }

    /// <summary>What an official letter has about its text: whom it is for, its number, who signed it and when.</summary>
    private static bool IsFormal(string line) =>
        line[^1] is '：' or ':' || Numbered().IsMatch(line) || Dates.Whole(line) is not null
        || (line[^1] is not ('。' or '！' or '？' or '；' or '”') && !line.Contains('，', StringComparison.Ordinal) && OrganList.Parse(line, 0, SignedEnd(line)).Count > 0);

    /// <summary>Where the organs end in a signature that has its date in the same line.</summary>
    private static int SignedEnd(string line) =>
        line.EndsWith('日') && Dates.Find(line, null) is [{ IsFull: true } hit] && hit.End == line.Length ? hit.Start : line.Length;

    [GeneratedRegex(@"^[（(]?[\u4e00-\u9fff]{0,12}\s?[〔\[（(【][0-9０-９]{4}[〕\]）)】][\u4e00-\u9fff]{0,4}[0-9０-９]{0,5}[\u4e00-\u9fff]{0,5}第?\s?[0-9０-９]{1,6}\s?号[）)]?$")]
    private static partial Regex Numbered();
}
