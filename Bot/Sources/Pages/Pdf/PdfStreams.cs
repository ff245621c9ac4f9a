using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Bot.Sources.Pages.Pdf;

/// <summary>The library's filters, but for streams that unpack to more than they may: a few kilobytes can become gigabytes.</summary>
internal sealed class PdfStreams(int largest) : IFilterProvider
{
    /// <summary>Shorter streams cannot unpack to much: deflate makes a byte out of no less than a thousandth.</summary>
    private int Harmless => largest / 1100;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => f is FlateFilter ? new BoundedFilter(f, this) : f)];

    private void Check(ReadOnlyMemory<byte> input)
    {
        if (input.Length <= Harmless)
            return;
        using var packed = new MemoryStream(input.ToArray(), writable: false);
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        long length = 0;
        try
        {
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                length += read;
                if (length > largest)
                    throw new NotSupportedException("A stream unpacks to more than is read.");
            }
        }
        catch (InvalidDataException)
        {
            // What there is before the fault was counted; the filter judges the fault.
        }
    }

    private sealed class BoundedFilter(IFilter filter, PdfStreams streams) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            streams.Check(input);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
