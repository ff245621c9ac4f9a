namespace Bot.Deliveries;

/// <summary>Cuts a message that is too long for its channel into several, each still styled; buttons stand under the last one.</summary>
internal static class MessageParts
{
    /// <param name="most">What one message may cost.</param>
    /// <param name="cost">What a paragraph costs, with the break behind it.</param>
    /// <param name="cut">The beginning of a text that costs so much, never half a character.</param>
    public static IReadOnlyList<Message> Of(Message message, int most, Func<Paragraph, int> cost, Func<string, int, string> cut)
    {
        if (message.Paragraphs.Sum(cost) <= most)
        {
            return [message];
        }

        List<List<Paragraph>> parts = [[]];
        var used = 0;
        foreach (var paragraph in message.Paragraphs.SelectMany(p => Fitting(p, most, cost, cut)))
        {
            var added = cost(paragraph);
            if (used > 0 && used + added > most)
            {
                parts.Add([]);
                used = 0;
            }

            parts[^1].Add(paragraph);
            used += added;
        }

        return [.. parts.Select((part, i) => message with { Paragraphs = part, Buttons = i == parts.Count - 1 ? message.Buttons : [] })];
    }

    /// <summary>A paragraph that no message can hold is cut into several.</summary>
    private static IEnumerable<Paragraph> Fitting(Paragraph paragraph, int most, Func<Paragraph, int> cost, Func<string, int, string> cut)
    {
        if (cost(paragraph) <= most)
        {
            yield return paragraph;
            yield break;
        }

        foreach (var span in paragraph.Spans)
        {
            var around = cost(new Paragraph([span with { Text = "x" }])) - 1;
            for (var rest = span.Text; rest.Length > 0;)
            {
                var piece = cut(rest, Math.Max(1, most - around));
                piece = piece.Length > 0 ? piece : rest;
                yield return new Paragraph([span with { Text = piece }]);
                rest = rest[piece.Length..];
            }
        }
    }
}
