using System.Diagnostics;
using Bot.Sources;
using Bot.Sources.Syndication;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// The ratio on a machine that is not quiet: both take turns over each document, and the least time of each counts; a first pass over all warms them up.
/// <c>Bot.Benchmarks ratio [megabytes] [rounds]</c>.
/// </summary>
internal static class FeedRatio
{
    public static void Run(int megabytes, int rounds)
    {
        var reader = new SyndicationReader();
        var documents = FeedCorpus.Make(megabytes * 1024 * 1024);
        var kinds = documents.Select((d, i) => (Document: d, Kind: i % 5)).ToLookup(x => x.Kind, x => x.Document);
        string[] names = ["rss escaped", "rss cdata", "atom", "rss gbk", "json"];
        foreach (var document in documents)
        {
            Time(document, d => BarePass.Read(d.Bytes));
            Time(document, d => reader.Read(d, CancellationToken.None).Entries.Count);
        }

        double bareTotal = 0, faxunTotal = 0;
        foreach (var kind in kinds)
        {
            double bare = 0, faxun = 0;
            foreach (var document in kind)
            {
                var (leastBare, leastFaxun) = (double.MaxValue, double.MaxValue);
                for (var round = 0; round < rounds; round++)
                {
                    leastBare = Math.Min(leastBare, Time(document, d => BarePass.Read(d.Bytes)));
                    leastFaxun = Math.Min(leastFaxun, Time(document, d => reader.Read(d, CancellationToken.None).Entries.Count));
                }

                bare += leastBare;
                faxun += leastFaxun;
            }

            bareTotal += bare;
            faxunTotal += faxun;
            Console.WriteLine($"{names[kind.Key],-12} bare {bare,7:F1} ms   faxun {faxun,7:F1} ms   ratio {faxun / bare:F2}");
        }

        Console.WriteLine($"{"all",-12} bare {bareTotal,7:F1} ms   faxun {faxunTotal,7:F1} ms   ratio {faxunTotal / bareTotal:F2}");
    }

    private static double Time(Document document, Func<Document, int> read)
    {
        var start = Stopwatch.GetTimestamp();
        return read(document) > 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException("Nothing was read.");
    }
}
