namespace Bot.Texts;

/// <summary>Texts that must not be longer than their place.</summary>
internal static class Shortened
{
    /// <summary>At most so many characters, an ellipsis at the end of what was cut, and never half of a surrogate pair.</summary>
    public static string To(this string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
