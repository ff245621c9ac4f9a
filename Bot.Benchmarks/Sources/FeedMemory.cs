using Bot.Sources;
using Bot.Sources.Syndication;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// What reading costs in memory: what it allocates for each byte of a document, and how far the heap grows over a whole corpus that is read from
/// files, one document at a time, where nothing is kept.
/// </summary>
internal static class FeedMemory
{
    public static void Run(SyndicationReader reader, IReadOnlyList<Document> documents)
    {
        double most = 0;
        long all = 0, bytes = 0;
        foreach (var document in documents)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            reader.Read(document, CancellationToken.None);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            most = Math.Max(most, (double)allocated / document.Bytes.Length);
            (all, bytes) = (all + allocated, bytes + document.Bytes.Length);
        }

        Console.WriteLine($"allocated    {(double)all / bytes:F2} bytes for each byte read, at most {most:F2} in one document");
        var files = Directory.CreateTempSubdirectory("faxun-corpus-");
        for (var i = 0; i < documents.Count; i++)
        {
            File.WriteAllBytes(Path.Combine(files.FullName, $"{i}"), documents[i].Bytes.ToArray());
        }

        var (count, longest) = (documents.Count, documents.Max(d => d.Bytes.Length));
        var (empty, peak) = (Held(), 0L);
        // What the corpus itself holds does not count; it is held to the end, so that it cannot hide a growth.
        for (var i = 0; i < count; i++)
        {
            Read(reader, Path.Combine(files.FullName, $"{i}"));
            if (i % 16 == 0 || i == count - 1)
            {
                peak = Math.Max(peak, Held() - empty);
            }
        }

        GC.KeepAlive(documents);
        files.Delete(recursive: true);
        Console.WriteLine($"held         at most {peak / 1024.0 / 1024.0:F1} MB between the documents of a corpus of {bytes / 1024 / 1024} MB; the longest document has {longest / 1024.0 / 1024.0:F1} MB");
    }

    private static int Read(SyndicationReader reader, string file) =>
        reader.Read(new Document { Location = "https://c.example/", Bytes = File.ReadAllBytes(file), FetchedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None).Entries.Count;

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);
}
