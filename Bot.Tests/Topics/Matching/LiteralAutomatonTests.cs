using Bot.Topics;

namespace Bot.Tests.Topics.Matching;

public sealed class LiteralAutomatonTests
{
    [Fact]
    public void Words_inside_words_and_over_each_other_are_all_found() =>
        Assert.Equal(
            [new(2, 0, 2), new(0, 0, 3), new(3, 1, 2), new(1, 2, 3)],
            Found(["司法局", "局法院", "司法", "法局"], "司法局法院"));

    [Fact]
    public void Without_literals_nothing_is_found() => Assert.Empty(Found([], "法院"));

    [Theory]
    [InlineData("法院", "法院")]
    [InlineData("法院", "")]
    public void An_empty_or_repeated_literal_is_a_bug(string one, string other) =>
        Assert.Throws<ArgumentException>(() => LiteralAutomaton.Of([one, other]));

    [Theory]
    [InlineData(2, 4, 1)]
    [InlineData(4, 6, 2)]
    [InlineData(40, 8, 3)]
    public void It_finds_what_looking_for_each_word_at_each_place_finds(int alphabet, int longest, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 35_000; round++)
        {
            var literals = Enumerable.Range(0, random.Next(12)).Select(_ => Text(1 + random.Next(longest))).Distinct().ToList();
            var text = Text(random.Next(40));
            Assert.Equal(Naive(literals, text), Found(literals, text).OrderBy(f => f.Start).ThenBy(f => f.Literal));
        }

        string Text(int length) => string.Create(length, random, (span, source) =>
        {
            foreach (ref var c in span)
            {
                c = (char)('\u4E00' + source.Next(alphabet));
            }
        });
    }

    [Fact]
    public void Searching_allocates_nothing()
    {
        var automaton = LiteralAutomaton.Of(["法院", "院长", "司法"]);
        var count = Count(automaton);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = Count(automaton);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal((3, 3), (count, again));
    }

    private static int Count(LiteralAutomaton automaton)
    {
        var count = 0;
        foreach (var _ in automaton.In("司法局和法院长"))
        {
            count++;
        }

        return count;
    }

    private static List<LiteralFind> Found(IReadOnlyList<string> literals, string text)
    {
        List<LiteralFind> finds = [];
        foreach (var find in LiteralAutomaton.Of(literals).In(text))
        {
            finds.Add(find);
        }

        return finds;
    }

    private static IEnumerable<LiteralFind> Naive(List<string> literals, string text) =>
        from start in Enumerable.Range(0, text.Length)
        from literal in literals.Index()
        where text.AsSpan(start).StartsWith(literal.Item, StringComparison.Ordinal)
        select new LiteralFind(literal.Index, start, literal.Item.Length);
}
