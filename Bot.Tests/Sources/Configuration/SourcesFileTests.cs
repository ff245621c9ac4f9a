using Bot.Sources.Configuration;

namespace Bot.Tests.Sources.Configuration;

public sealed class SourcesFileTests
{
    private static readonly SourcesFile _file = new(cron => cron.Split(' ').Length is 6 or 7 ? null : "six or seven fields");

    [Theory]
    [InlineData("sources:\n  - id: a\n    kind: rss\n    location: x", 3, 11, "syndication, pages, webpage, push")]
    [InlineData("sources:\n  - id: A B\n    kind: push", 2, 9, "lower-case")]
    [InlineData("sources:\n  - kind: push", 2, 5, "“id” is missing")]
    [InlineData("sources:\n  - id: a\n    kind: syndication", 2, 5, "“location” is missing")]
    [InlineData("sources:\n  - id: a\n    kind: syndication\n    location: ftp://x/y", 4, 15, "http, https or file")]
    [InlineData("sources:\n  - id: a\n    kind: syndication\n    location: x\n    every: soon", 5, 12, "10m or 2h")]
    [InlineData("sources:\n  - id: a\n    kind: syndication\n    location: x\n    schedule: daily", 5, 15, "six or seven fields")]
    [InlineData("sources:\n  - id: a\n    kind: syndication\n    location: x\n    time_zone: Mars/Olympus", 5, 16, "IANA")]
    [InlineData("sources:\n  - id: a\n    kind: syndication\n    location: x\n    scedule: x", 5, 5, "Unknown key")]
    [InlineData("sources:\n  - id: a\n    kind: push\n  - id: a\n    kind: push", 4, 5, "line 2")]
    [InlineData("sources:\n  - id: a\n    kind: push\n    every: 1m\n    schedule: 0 0 * * * ?", 4, 12, "not both")]
    [InlineData("sources:\n  - id: [a]\n    kind: push", 2, 9, "a list")]
    [InlineData("feeds: []", 1, 1, "sources")]
    [InlineData("sources:\n  - id: 'a", 2, 9, "YAML")]
    public void A_fault_is_named_with_its_place_and_what_was_expected(string yaml, int line, int column, string says)
    {
        var refused = Assert.IsType<SourcesFileResult.Refused>(_file.Parse(yaml, "config/sources.yaml"));
        var fault = refused.Faults[0];
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(says, fault.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"config/sources.yaml:{line}:{column}: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_file_is_named_at_once()
    {
        var refused = Assert.IsType<SourcesFileResult.Refused>(_file.Parse("sources:\n  - id: a\n    kind: x\n    location: y\n  - id: b\n    kind: push\n    every: 0s", "f"));
        Assert.Equal([3, 7], refused.Faults.Select(f => f.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sources:")]
    [InlineData("sources: []")]
    public void A_file_without_sources_is_valid(string yaml) =>
        Assert.Empty(Assert.IsType<SourcesFileResult.Loaded>(_file.Parse(yaml, "f")).Sources);

    [Fact]
    public void A_missing_file_says_what_to_do() =>
        Assert.Contains("--config", Assert.IsType<SourcesFileResult.Refused>(_file.Load("/nowhere/sources.yaml")).Faults[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("2h", 7200)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d", 86400)]
    public void Intervals_are_read_as_people_write_them(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Interval.Parse(text));
}
