using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

public sealed class BoundedBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(3_000_000)]
    public async Task A_body_of_any_length_comes_whole(int length)
    {
        var bytes = new byte[length];
        new Random(5).NextBytes(bytes);
        Assert.Equal(bytes, await BoundedBody.Read(new MemoryStream(bytes), length, Token));
        Assert.Equal(length == 0 ? Array.Empty<byte>() : null, await BoundedBody.Read(new MemoryStream(bytes), Math.Max(length - 1, 0), Token));
    }

    [Fact]
    public async Task Many_long_bodies_at_once_all_come_whole()
    {
        var bodies = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => BoundedBody.Read(new MemoryStream(new byte[2_000_000 + n]), 4_000_000, Token)));
        Assert.Equal(Enumerable.Range(0, 40).Select(n => 2_000_000 + n), bodies.Select(b => b!.Length));
    }
}
