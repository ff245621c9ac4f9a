using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>The signature at the end of an official text: the organ's line, then the date's line (成文日期), or both in one line.</summary>
internal static partial class SignatureReader
{
    /// <summary>Apparatus may follow the signature: contacts, attachments.</summary>
    private const int LastLines = 6;

    private const int LongestLine = 64;

    public static void Read(FactInput input, FactList found)
    {
        var first = Math.Max(0, input.Paragraphs.Count - LastLines);
        for (var p = input.Paragraphs.Count - 1; p >= first; p--)
        {
            var line = input.Paragraphs[p];
            var trimmed = line.Trim(' ', '　');
            if (trimmed.Length is 0 or > LongestLine)
                continue;
            if (Dates.Whole(trimmed) is { } date)
            {
                found.Add(FactKind.Signed, BindingDateReader.Iso(date), new FactSpan(p, line.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length));
                for (var above = p - 1; above >= 0 && above >= p - 8 && ReadOrgans(input, above, input.Paragraphs[above].Length, found); above--)
                {
                }

                return;
            }

            if (!trimmed.EndsWith('日') || trimmed.AsSpan().ContainsAny("。，；："))
                continue;
            if (Dates.Find(line, null) is [{ IsFull: true } hit] && hit.End == line.TrimEnd(' ', '　').Length && ReadOrgans(input, p, hit.Start, found))
            {
                found.Add(FactKind.Signed, BindingDateReader.Iso(hit.Date), new FactSpan(p, hit.Start, hit.Length));
                return;
            }
        }

        ReadUndated(input, found);
    }

    /// <summary>A signature whose date is left out, or only names the month.</summary>
    private static void ReadUndated(FactInput input, FactList found)
    {
        var last = input.Paragraphs.Count - 1;
        var hasMonth = last > 0 && Month().IsMatch(input.Paragraphs[last]);
        if (!hasMonth && (input.Title is null || !Signs().IsMatch(input.Title)))
            return;
        for (var p = hasMonth ? last - 1 : last; p > 0 && ReadOrgans(input, p, input.Paragraphs[p].Length, found); p--)
        {
        }
    }

    [GeneratedRegex(@"^[\s　]*[0-9]{4}年[0-9]{1,2}月[\s　]*$")]
    private static partial Regex Month();

    // What ends with the name of whoever wrote it.
    [GeneratedRegex("(?:公告|通告|通知|公示|通报|倡议书?|启事|声明|告知书|公开信|提示|决定书?|函)(?:[（(][^）)]*[）)])?$")]
    private static partial Regex Signs();

    private static bool ReadOrgans(FactInput input, int paragraph, int length, FactList found)
    {
        var line = input.Paragraphs[paragraph];
        return line.Length <= LongestLine && IssuerReader.ReadSignature(new FactText(line, paragraph, input.Edition, false, false), 0, length, found);
    }
}
