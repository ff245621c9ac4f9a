using Bot.Texts;

namespace Bot.Topics;

/// <summary>What became of a change to a topic.</summary>
internal abstract record TopicChange
{
    private TopicChange()
    {
    }

    /// <param name="Number">The version that it became.</param>
    internal sealed record Made(Topic Topic, int Number, bool IsOff) : TopicChange;

    /// <param name="Key">Why, as a key of KeepingWords.</param>
    /// <param name="Error">Where the rule stops being one; null for other reasons.</param>
    internal sealed record Refused(string Key, IReadOnlyList<object?> Values, RuleError? Error = null) : TopicChange
    {
        private static readonly Words _words = new("Bot.Topics.Keeping.KeepingWords");

        public static Refused Because(string key, params object?[] values) => new(key, values);

        public string Message(Language language) => Error is { } error
            ? error.Told(language)
            : _words.Get(language, Key, [.. Values]);
    }
}

/// <summary>One version of a topic.</summary>
internal sealed record TopicVersion(int Number, DateTimeOffset At, string Who, string Why, TopicOrigin Origin, bool IsOff, Topic Topic);
