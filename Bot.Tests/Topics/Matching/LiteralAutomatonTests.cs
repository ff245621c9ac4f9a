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
    [InlineData(2, 1, 4)]
    [InlineData(2, 2, 5)]
    [InlineData(4, 2, 6)]
    [InlineData(40, 1, 8)]
    [InlineData(40, 2, 8)]
    [InlineData(2, 3, 60)]
    public void It_finds_what_looking_for_each_word_at_each_place_finds(int alphabet, int shortest, int longest)
    {
        var random = new Random();
        for (var round = 0; round < 20_000; round++)
        {
            var literals = Enumerable.Range(0, random.Next(round % 50 == 0 ? 200 : 12)).Select(_ => Text(random.Next(shortest, longest + 1))).Distinct().ToList();
            var text = Text(random.Next(200));
            var found = Found(literals, text);
            if (!Naive(literals, text).SequenceEqual(found.OrderBy(f => f.Start).ThenBy(f => f.Literal)) || !AreInOrder(found))
                Assert.Fail($"{string.Join(' ', literals)} in {text}: {string.Join(", ", found)}");
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

    /// <summary>By their beginnings, the shortest first.</summary>
    private static bool AreInOrder(List<LiteralFind> finds) =>
        finds.Zip(finds.Skip(1)).All(f => (f.First.Start, f.First.Length).CompareTo((f.Second.Start, f.Second.Length)) < 0);

    [Fact]
    public void A_text_of_endless_near_misses_is_searched_in_steps_that_grow_with_it()
    {
        // Each place begins a word that all but ends: looking anew from each place would take two thousand times as long.
        var automaton = LiteralAutomaton.Of([new string('法', 2_000) + '院', "院长"]);
        var finds = 0;
        foreach (var _ in automaton.In(new string('法', 2_000_000) + "院长"))
            finds++;
        Assert.Equal(2, finds);
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
