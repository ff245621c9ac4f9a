using System.Buffers;

namespace Bot.Sources.Fetching;

/// <summary>
/// A stream to its end, but never more than a limit; the limit holds for what comes out of a decompressor. Of long bodies only a few are
/// held at once, however many servers send one: the others wait with what they have.
/// </summary>
internal static class BoundedBody
{
    private const int Part = 64 * 1024;

    /// <summary>Longer bodies are long, in bytes.</summary>
    private const int Long = 1024 * 1024;

    private const int MostLong = 2;

    private static readonly SemaphoreSlim _long = new(MostLong, MostLong);

    /// <summary>Null where there is more than <paramref name="largest"/> bytes.</summary>
    public static async Task<byte[]?> Read(Stream stream, int largest, CancellationToken cancellationToken)
    {
        List<byte[]> parts = [];
        var (length, isLong) = (0, false);
        try
        {
            while (true)
            {
                if (length == parts.Count * Part)
                {
                    if (length >= Long && !isLong)
                    {
                        await _long.WaitAsync(cancellationToken);
                        isLong = true;
                    }

                    parts.Add(ArrayPool<byte>.Shared.Rent(Part));
                }

                var read = await stream.ReadAsync(parts[^1].AsMemory(length % Part, Part - (length % Part)), cancellationToken);
                if (read == 0)
                {
                    return Whole(parts, length);
                }

                length += read;
                if (length > largest)
                {
                    return null;
                }
            }
        }
        finally
        {
            parts.ForEach(part => ArrayPool<byte>.Shared.Return(part));
            if (isLong)
            {
                _long.Release();
            }
        }
    }

    private static byte[] Whole(List<byte[]> parts, int length)
    {
        var whole = new byte[length];
        for (var i = 0; i * Part < length; i++)
        {
            parts[i].AsSpan(0, Math.Min(Part, length - (i * Part))).CopyTo(whole.AsSpan(i * Part));
        }

        return whole;
    }
}
