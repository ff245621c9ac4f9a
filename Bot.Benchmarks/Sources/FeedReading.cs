using System.ServiceModel.Syndication;
using System.Xml;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Bot.Sources;
using Bot.Sources.Syndication;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// Reading feeds to clean entries against the bare pass over the same bytes. The bar: a ratio of at most 1.6.
/// The two libraries read less (no cleaning, no text) and only what they can: neither reads JSON, and one loses GBK.
/// </summary>
[Config(typeof(Config))]
[MemoryDiagnoser]
public class FeedReading
{
    private static readonly SyndicationReader _reader = new();
    private IReadOnlyList<Document> _documents = [];

    [Params(20, 200)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public void Setup() => _documents = FeedCorpus.Make(Megabytes * 1024 * 1024);

    [Benchmark(Baseline = true)]
    public int Bare() => _documents.Sum(d => BarePass.Read(d.Bytes));

    [Benchmark]
    public int Faxun() => _documents.Sum(d => _reader.Read(d, CancellationToken.None).Entries.Count);

    [Benchmark]
    public int ServiceModel() => _documents.Where(d => d.Bytes.Span[0] == '<').Sum(d =>
    {
        using var reader = XmlReader.Create(BarePass.Stream(d.Bytes));
        return SyndicationFeed.Load(reader).Items.Count();
    });

    [Benchmark]
    public int CodeHollow() => _documents.Where(d => d.Bytes.Span[0] == '<')
        .Sum(d => global::CodeHollow.FeedReader.FeedReader.ReadFromByteArray(d.Bytes.ToArray()).Items.Count);

    private sealed class Config : ManualConfig
    {
        public Config() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithGcServer(false));
    }
}
