using System.Text;
using Bot.Sources.Pages.Text;

namespace Bot.Commands.Evaluation;

/// <summary>Text as the measure sees it: folded as readers fold it, without any white space.</summary>
internal static class Characters
{
    public static string Of(string? text)
    {
        var kept = new StringBuilder(text?.Length ?? 0);
        foreach (var c in CharacterFolding.Fold(text ?? ""))
        {
            if (!char.IsWhiteSpace(c))
                kept.Append(c);
        }

        return kept.ToString();
    }

    public static bool Same(string? one, string? other) => Of(one) == Of(other);

    /// <summary>How many characters two texts have in common, each occurrence once.</summary>
    public static int Common(string one, string other)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in one)
            counts[c] = counts.GetValueOrDefault(c) + 1;
        var common = 0;
        foreach (var c in other)
        {
            if (counts.TryGetValue(c, out var left) && left > 0)
            {
                counts[c] = left - 1;
                common++;
            }
        }

        return common;
    }
}
