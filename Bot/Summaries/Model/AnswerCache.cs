using System.Security.Cryptography;
using System.Text;
using Bot.Texts;

namespace Bot.Summaries.Model;

/// <summary>Answers by bulletin and language; the oldest goes first. Refusals are kept too: the same question gets the same answer.</summary>
internal sealed class AnswerCache(int size)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ModelAnswer> _answers = [];
    private readonly Queue<string> _order = [];

    public static string Key(SummaryInput input, Language language, int maxSentences, int maxCharacters)
    {
        var text = $"{language}\0{maxSentences}\0{maxCharacters}\0{input.Title}\0{input.Subtitle}\0{string.Join('\n', input.Paragraphs)}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public ModelAnswer? Find(string key)
    {
        lock (_lock)
            return _answers.GetValueOrDefault(key);
    }

    public void Keep(string key, ModelAnswer answer)
    {
        lock (_lock)
        {
            if (size == 0 || !_answers.TryAdd(key, answer))
                return;
            _order.Enqueue(key);
            if (_order.Count > size)
                _answers.Remove(_order.Dequeue());
        }
    }
}
