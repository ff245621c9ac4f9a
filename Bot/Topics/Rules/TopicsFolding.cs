using Bot.Texts;

namespace Bot.Topics;

/// <summary>A rule's words are folded as texts are.</summary>
internal static class TopicsFolding
{
    public static string Of(string word) => FoldedText.Of(word).Text;

    public static bool IsEmpty(string word) => Of(word).Length == 0;

    public static bool Contains(string context, string word) => Of(context).Contains(Of(word), StringComparison.Ordinal);
}
