namespace Bot.Conversation;

/// <summary>What somebody typed, read as a command and its argument: <c>/latest courts</c>, <c>/start@faxun_bot</c>, <c>／帮助</c>.</summary>
/// <param name="Word">The command's word without slash and bot's name; for free text the whole text.</param>
/// <param name="IsCommand">Whether it began with a slash.</param>
internal readonly record struct TypedText(string Word, string Argument, bool IsCommand)
{
    public static TypedText Read(string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0 || typed[0] is not ('/' or '／'))
        {
            return new TypedText(typed, "", IsCommand: false);
        }

        var end = typed.AsSpan().IndexOfAny(" \t\r\n\u3000");
        var word = end < 0 ? typed[1..] : typed[1..end];
        var argument = end < 0 ? "" : typed[(end + 1)..].Trim();
        var at = word.IndexOf('@', StringComparison.Ordinal);
        return new TypedText(at < 0 ? word : word[..at], argument, IsCommand: true);
    }
}
