using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Bot.Sources;
using Bot.Sources.Fetching;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Sources.Fetching;

/// <summary>Two thousand sources on one server that answers slowly, wrongly, hugely or never.</summary>
[Collection("alone")]
public sealed class ManySourcesTests : FetchTest
{
    private const int Sources = 2000;
    private const long MostMemory = 400L * 1024 * 1024;

    private static readonly FetchFailure[] _bad =
    [
        FetchFailure.TimedOut, FetchFailure.TimedOut, FetchFailure.TooLarge, FetchFailure.TooLarge, FetchFailure.RedirectLoop,
        FetchFailure.Broken, FetchFailure.BadCompression, FetchFailure.NotFound, FetchFailure.ServerError, FetchFailure.Forbidden,
    ];

    [Fact]
    public async Task Every_good_source_is_read_and_each_bad_one_has_its_own_error()
    {
        Setting("Sources:RequestsAtOnce", "64");
        Setting("Sources:RequestsPerHost", "64");
        Setting("Sources:TimeLimit", "00:00:12");
        Setting("Sources:AnswerLimit", "00:00:06");
        Setting("Sources:Retries", "0");
        SetUp();
        var readers = Services.GetRequiredService<DocumentReaders>();
        ConcurrentBag<string> wrong = [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        await Parallel.ForAsync(0, Sources, new ParallelOptions { MaxDegreeOfParallelism = 200, CancellationToken = TestContext.Current.CancellationToken }, async (i, cancellationToken) =>
        {
            var result = await Fetch(Site.Url($"/{i}"));
            InterlockedMax(ref peak, GC.GetTotalMemory(false));
            var read = result is FetchResult.Fetched fetched ? readers.Read(fetched.Documents[0], cancellationToken) : null;
            var well = IsBad(i)
                ? result is FetchResult.Failed failed && failed.Kind == _bad[i / 4 % _bad.Length]
                : read is { Error: null, Entries.Count: 3 };
            if (!well)
            {
                wrong.Add($"{i}: {(result as FetchResult.Failed)?.Reason.ToString() ?? read?.Error ?? result.GetType().Name}");
            }
        });
        Assert.Empty(wrong);
        Assert.InRange(peak - before, 0, MostMemory);
    }

    private static bool IsBad(int i) => i % 4 == 3;

    private void SetUp()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[32 * 1024 * 1024]);
        }

        var bomb = packed.ToArray();
        for (var i = 0; i < Sources; i++)
        {
            var feed = Encoding.UTF8.GetBytes($"<rss version='2.0'><channel><title>{i}</title>{string.Concat(Enumerable.Range(0, 3).Select(n => $"<item><title>{i} {n}</title><guid>{i}-{n}</guid><description>{new string('法', 500)}</description></item>"))}</channel></rss>");
            Site.On($"/{i}", IsBad(i) ? Bad(i / 4 % _bad.Length, i, bomb) : i % 3 == 0 ? Slow(feed) : (_, answer) => answer.Send(200, feed, ("Content-Type", "text/xml")));
        }
    }

    private static Func<Bot.Tests.Infrastructure.SiteRequest, Bot.Tests.Infrastructure.SiteAnswer, Task> Slow(byte[] feed) => async (_, answer) =>
    {
        await answer.Head(200, ("Content-Type", "text/xml"));
        foreach (var part in feed.Chunk(600))
        {
            await answer.Raw(part);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, answer.Stopped);
        }
    };

    private static Func<Bot.Tests.Infrastructure.SiteRequest, Bot.Tests.Infrastructure.SiteAnswer, Task> Bad(int kind, int i, byte[] bomb) => kind switch
    {
        0 => (_, answer) => answer.Hang(),
        1 => async (_, answer) =>
        {
            await answer.Head(200);
            await answer.Hang();
        }
        ,
        2 => async (_, answer) =>
        {
            await answer.Head(200);
            while (true)
            {
                await answer.Raw(new byte[16 * 1024]);
            }
        }
        ,
        3 => (_, answer) => answer.Send(200, bomb, ("Content-Encoding", "gzip")),
        4 => (_, answer) => answer.Send(302, [], ("Location", $"/{i}")),
        5 => async (_, answer) =>
        {
            await answer.Head(200, ("Content-Length", "5000"));
            await answer.Raw(new byte[100]);
            answer.Reset();
        }
        ,
        6 => (_, answer) => answer.Send(200, [0xFF, 0xFF, 0xFF, 0xFF], ("Content-Encoding", "br")),
        7 => (_, answer) => answer.Send(404, []),
        8 => (_, answer) => answer.Send(500, []),
        _ => (_, answer) => answer.Send(302, [], ("Location", "http://10.0.0.1/")),
    };

    private static void InterlockedMax(ref long target, long value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen) is var now && now == seen ? value : now;
        }
    }
}
