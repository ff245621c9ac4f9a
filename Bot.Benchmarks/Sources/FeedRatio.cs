using System.Diagnostics;
using System.ServiceModel.Syndication;
using System.Xml;
using Bot.Sources;
using Bot.Sources.Syndication;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// The ratio on a machine that is not quiet: all take turns over each document, and the least time of each counts; passes over all of them warm
/// them up. The bare pass takes the same fields out of the same bytes as raw strings (<see cref="BarePass"/>); cleaning the HTML, taking the
/// paragraphs out of it, dates, addresses and keys are ours on top of that. The two libraries read less (no cleaning, no plain text), and of some
/// documents nothing; those are counted. Then what reading allocates, and what a process holds that reads one document after the other from files.
/// <c>Bot.Benchmarks ratio [megabytes] [rounds]</c>.
/// </summary>
internal static class FeedRatio
{
    private const int WarmUps = 4;
    private const int MostWarming = 200;

    public static void Run(int megabytes, int rounds)
    {
        var reader = new SyndicationReader();
        var documents = FeedCorpus.Make(megabytes * 1024 * 1024);
        var kinds = documents.Select((d, i) => (Document: d, Kind: FeedCorpus.KindOf(i))).ToLookup(x => x.Kind, x => x.Document);
        // The tiered compiler needs more than one look at what is hot, and time in between.
        for (var pass = 0; pass < WarmUps; pass++)
        {
            foreach (var document in documents.Take(pass == 0 ? int.MaxValue : MostWarming))
            {
                Time(document, d => BarePass.Read(d.Bytes));
                Time(document, d => reader.Read(d, CancellationToken.None).Entries.Count);
            }
        }

        double bareTotal = 0, faxunTotal = 0;
        foreach (var kind in kinds.OrderBy(k => k.Key))
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
            Console.WriteLine($"{FeedCorpus.Kinds[kind.Key],-12} bare {bare,7:F1} ms   faxun {faxun,7:F1} ms   ratio {faxun / bare:F2}");
        }

        foreach (var (name, read) in ((string, Func<Document, int>)[])[("ServiceModel", ServiceModel), ("CodeHollow", CodeHollow)])
        {
            Library(name, read, [.. documents.Where(d => d.Bytes.Span[0] == '<')], rounds);
        }

        Console.WriteLine($"{"all",-12} bare {bareTotal,7:F1} ms   faxun {faxunTotal,7:F1} ms   ratio {faxunTotal / bareTotal:F2}");
        FeedMemory.Run(reader, documents);
    }

    private static void Library(string name, Func<Document, int> read, IReadOnlyList<Document> documents, int rounds)
    {
        double bare = 0, library = 0;
        var lost = 0;
        foreach (var document in documents)
        {
            var (leastBare, leastLibrary) = (double.MaxValue, double.MaxValue);
            try
            {
                for (var round = 0; round <= rounds; round++)
                {
                    leastBare = Math.Min(leastBare, Time(document, d => BarePass.Read(d.Bytes)));
                    leastLibrary = Math.Min(leastLibrary, Time(document, read));
                }

                bare += leastBare;
                library += leastLibrary;
            }
            catch (Exception fault) when (fault is XmlException or ArgumentException or InvalidOperationException or FormatException)
            {
                lost++;
            }
        }

        Console.WriteLine($"{name,-12} bare {bare,7:F1} ms   it    {library,7:F1} ms   ratio {library / bare:F2}   could not read {lost} of {documents.Count}");
    }

    private static int ServiceModel(Document document)
    {
        using var reader = XmlReader.Create(BarePass.Stream(document.Bytes));
        return SyndicationFeed.Load(reader).Items.Count();
    }

    private static int CodeHollow(Document document) => global::CodeHollow.FeedReader.FeedReader.ReadFromByteArray(document.Bytes.ToArray()).Items.Count;

    private static double Time(Document document, Func<Document, int> read)
    {
        var start = Stopwatch.GetTimestamp();
        return read(document) > 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException("Nothing was read.");
    }
}
