namespace Bot.Benchmarks.Topics;

/// <summary>
/// Text such as news is made of, the same for the same seed: words of a vocabulary of 60,000, the n-th used about 1/n as often as the
/// first, most of two characters, built of 3,500 characters that are used as unevenly; a mark of punctuation after every few.
/// </summary>
internal sealed class NewsText
{
    private const int Vocabulary = 60_000;
    private const int Characters = 3_500;

    private readonly Random _random;
    private readonly string[] _words;

    public NewsText(int seed)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, Vocabulary).Select(_ => Made(Length()))];
    }

    public string Of(int length) => string.Create(length, this, (span, news) =>
    {
        var toMark = 0;
        while (span.Length > 0)
        {
            if (toMark-- == 0)
            {
                toMark = 4 + news._random.Next(8);
                span[0] = news._random.Next(4) == 0 ? '。' : '，';
                span = span[1..];
                continue;
            }

            var word = news.Used().AsSpan();
            word = word[..Math.Min(word.Length, span.Length)];
            word.CopyTo(span);
            span = span[word.Length..];
        }
    });

    /// <summary>Of 2 to 8 characters: one, two or three words of the vocabulary, of which any is as likely as the other.</summary>
    public string[] Keywords(int count)
    {
        var keywords = new HashSet<string>();
        while (keywords.Count < count)
        {
            var length = 2 + _random.Next(7);
            var keyword = "";
            while (keyword.Length < length)
            {
                keyword += _words[_random.Next(Vocabulary)];
            }

            keywords.Add(keyword[..length]);
        }

        return [.. keywords];
    }

    private string Used() => _words[(int)Math.Pow(Vocabulary, _random.NextDouble()) - 1];

    private int Length() => _random.Next(20) switch { < 3 => 1, < 14 => 2, < 17 => 3, _ => 4 };

    private string Made(int length) => string.Create(length, _random, (span, random) =>
    {
        foreach (ref var c in span)
        {
            c = (char)('\u4E00' + (int)(Characters * Math.Pow(random.NextDouble(), 2.5)));
        }
    });
}
