namespace Bot.Summaries.Model;

internal static class Folding
{
    /// <summary>Full-width letters, digits and brackets in their narrow forms, without layout spaces between Chinese characters.</summary>
    public static string Narrow(string text)
    {
        var narrow = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '　' && i > 0 && text[i - 1] > 0x2E80 && i + 1 < text.Length && text[i + 1] > 0x2E80)
                continue;
            narrow.Append(c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '％' ? (char)(c - '！' + '!') : c is '【' or '［' ? '[' : c is '】' or '］' ? ']' : c);
        }

        return narrow.ToString();
    }
}
