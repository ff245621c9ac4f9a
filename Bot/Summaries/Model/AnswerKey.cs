using System.Security.Cryptography;
using System.Text;
using Bot.Texts;

namespace Bot.Summaries.Model;

/// <summary>The same question has the same key: text, language, limits and model.</summary>
internal static class AnswerKey
{
    public static string Of(SummaryInput input, Language language, SummariesOptions limits, string model)
    {
        var text = $"{model}\0{language}\0{limits.MaxSentences}\0{limits.MaxCharacters}\0{input.Title}\0{input.Subtitle}\0{string.Join('\n', input.Paragraphs)}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
