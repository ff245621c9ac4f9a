using System.Buffers;
using System.Collections.Concurrent;

namespace Bot.Sources.Fetching;

/// <summary>
/// A stream to its end, but never more than a limit; the limit holds for what comes out of a decompressor. Of long bodies only a few are
/// held at once, however many servers send one: the others wait with what they have. One that turns out too long leaves no garbage.
/// </summary>
internal static class BoundedBody
{
    private const int Part = 64 * 1024;

    /// <summary>Longer bodies are long, in bytes.</summary>
    private const int Long = 8 * Part;

    private const int MostLong = 2;

    private static readonly SemaphoreSlim _turns = new(MostLong, MostLong);

    /// <summary>What long bodies are gathered in, for the next ones; no more than <see cref="MostLong"/>.</summary>
    private static readonly ConcurrentStack<byte[]> _buffers = new();

    /// <summary>Null where there is more than <paramref name="largest"/> bytes.</summary>
    public static async Task<byte[]?> Read(Stream stream, int largest, CancellationToken cancellationToken)
    {
        List<byte[]> parts = [];
        var length = 0;
        try
        {
            while (length < Long && length <= largest)
            {
                if (length == parts.Count * Part)
                {
                    parts.Add(ArrayPool<byte>.Shared.Rent(Part));
                }

                var read = await stream.ReadAsync(parts[^1].AsMemory(length % Part, Part - (length % Part)), cancellationToken);
                if (read == 0)
                {
                    return Whole(parts, length);
                }

                length += read;
            }

            return length > largest ? null : await ReadLong(stream, parts, length, largest, cancellationToken);
        }
        finally
        {
            parts.ForEach(part => ArrayPool<byte>.Shared.Return(part));
        }
    }

    private static async Task<byte[]?> ReadLong(Stream stream, List<byte[]> parts, int length, int largest, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        var buffer = _buffers.TryPop(out var used) && used.Length > largest ? used : GC.AllocateUninitializedArray<byte>(largest + 1);
        try
        {
            Gather(parts, buffer.AsSpan(0, length));
            length += await stream.ReadAtLeastAsync(buffer.AsMemory(length, largest + 1 - length), largest + 1 - length, throwOnEndOfStream: false, cancellationToken);
            return length > largest ? null : buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            _buffers.Push(buffer);
            _turns.Release();
        }
    }

    private static byte[] Whole(List<byte[]> parts, int length)
    {
        var whole = new byte[length];
        Gather(parts, whole);
        return whole;
    }

    private static void Gather(List<byte[]> parts, Span<byte> whole)
    {
        for (var i = 0; i * Part < whole.Length; i++)
        {
            parts[i].AsSpan(0, Math.Min(Part, whole.Length - (i * Part))).CopyTo(whole[(i * Part)..]);
        }
    }
}
