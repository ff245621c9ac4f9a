using System.Runtime.InteropServices;

namespace Bot.Topics;

/// <summary>
/// The endings of literals, those of one branch side by side: each is the literal's number in two characters, the ending's length with a
/// mark on the branch's last, and the ending itself.
/// </summary>
internal sealed class LiteralEndings
{
    /// <summary>Of a literal, in characters.</summary>
    public const int Longest = Last - 1;

    internal const int Head = 3;
    internal const int Last = 0x8000;

    /// <summary>Place 0 stands for none.</summary>
    private readonly List<char> _all = ['\0'];

    /// <returns>Where they begin.</returns>
    public int Add(ReadOnlySpan<(int Literal, string Text)> literals, int depth)
    {
        var start = _all.Count;
        for (var i = 0; i < literals.Length; i++)
        {
            var (literal, text) = literals[i];
            var isLast = i == literals.Length - 1;
            _all.AddRange([(char)literal, (char)(literal >> 16), (char)((text.Length - depth) | (isLast ? Last : 0))]);
            _all.AddRange(text.AsSpan(depth));
        }

        return start;
    }

    public char[] ToArray() => [.. _all];
}

/// <summary>One of them.</summary>
internal readonly ref struct LiteralEnding
{
    private readonly ReadOnlySpan<char> _ending;

    public LiteralEnding(char[] endings, int at)
    {
        var head = endings.AsSpan(at);
        var mark = head[2];
        var length = mark & LiteralEndings.Longest;
        _ending = head.Slice(LiteralEndings.Head, length);
        Literal = head[0] | (head[1] << 16);
        Next = mark >= LiteralEndings.Last ? 0 : at + LiteralEndings.Head + length;
    }

    public int Literal { get; }

    /// <summary>Where the branch's next one is; 0 for none.</summary>
    public int Next { get; }

    public int Length => _ending.Length;

    public bool Begins(ReadOnlySpan<char> text)
    {
        var ending = _ending;
        if (ending.Length > text.Length)
        {
            return false;
        }

        ref var one = ref MemoryMarshal.GetReference(ending);
        ref var other = ref MemoryMarshal.GetReference(text);
        return one == other && text[..ending.Length].SequenceEqual(ending);
    }
}
