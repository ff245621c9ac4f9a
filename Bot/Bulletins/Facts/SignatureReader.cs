namespace Bot.Bulletins.Facts;

/// <summary>The signature at the end of an official text: the organ's line, then the date's line (成文日期), or both in one line.</summary>
internal static class SignatureReader
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
    }

    private static bool ReadOrgans(FactInput input, int paragraph, int length, FactList found)
    {
        var line = input.Paragraphs[paragraph];
        return line.Length <= LongestLine && IssuerReader.ReadSignature(new FactText(line, paragraph, input.Edition, false, false), 0, length, found);
    }
}
