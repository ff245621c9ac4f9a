using Bot.Texts;

namespace Bot.Bulletins.Lifecycle;

/// <summary>How a bulletin of a document's life is named: its stage and its headline.</summary>
internal static class LifecycleTexts
{
    private static readonly Words _words = Words.Of<BulletinLinkRow>("LifecycleWords");

    public static string RelatesTo(Language language) => _words.Get(language, "relates");

    public static string Name(EarlierText text, Language language) =>
        _words.Get(language, "one", _words.Get(language, text.Stage.ToString()), text.Title ?? _words.Get(language, "untitled"));
}
