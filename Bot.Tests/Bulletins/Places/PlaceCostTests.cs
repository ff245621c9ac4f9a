using Bot.Bulletins.Places;
using FsCheck.Xunit;

namespace Bot.Tests.Bulletins.Places;

public sealed class PlaceCostTests
{
    [Property]
    public void Any_text_is_read_and_every_mention_lies_in_it(string? text)
    {
        var mentions = new PlaceFinder().Find(text ?? "", Gazetteer.Default.ByName("包头市"));
        Assert.All(mentions, m => Assert.InRange(m.Start + m.Length, 1, text!.Length));
    }

    /// <summary>Text of nothing but names is the worst case: the longest name at each place, none read twice.</summary>
    [Fact]
    public void Mentions_never_overlap()
    {
        var text = string.Concat(Gazetteer.Default.Places.Take(500).Select(p => p.Name));
        var mentions = new PlaceFinder().Find(text);
        Assert.NotEmpty(mentions);
        Assert.All(mentions.Zip(mentions.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }
}
