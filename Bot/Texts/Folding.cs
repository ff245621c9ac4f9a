using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Texts;

/// <summary>One text on its way to <see cref="FoldedText"/>, character by character.</summary>
internal ref struct Folding
{
    /// <summary>What one character may become at most, with room to spare.</summary>
    private const int Most = 32;

    private readonly string _original;
    private char[] _text;
    private int _count;
    private FoldedPlaces.Builder _places;

    /// <summary>Where the spaces began that come before the next character; -1 for none.</summary>
    private int _gap = -1;

    private Folding(string original)
    {
        _original = original;
        _text = ArrayPool<char>.Shared.Rent(original.Length + Most);
    }

    public static (string Text, FoldedPlaces Places) Of(string original)
    {
        var folding = new Folding(original);
        folding.Run();
        var text = folding._text.AsSpan(0, folding._count);
        var folded = text.SequenceEqual(original) ? original : text.ToString();
        ArrayPool<char>.Shared.Return(folding._text);
        return (folded, folding._places.Build());
    }

    private void Run()
    {
        for (var i = 0; i < _original.Length;)
        {
            i = RunAlone(i);
            if (i < _original.Length)
            {
                i = Step(i);
            }
        }
    }

    /// <summary>Over characters that become one each whatever stands around them; nearly all texts are nearly all of these.</summary>
    private int RunAlone(int i)
    {
        if (_gap >= 0 || i == _original.Length || PlainCharacters.FoldAlone(_original[i]) == PlainCharacters.NotAlone)
        {
            return i;
        }

        MakeRoom(_original.Length - i);
        _places.AddEach(_count, i);

        var alone = CopyAlone(_original.AsSpan(i), _text.AsSpan(_count));
        _count += alone;
        return i + alone;
    }

    /// <param name="to">As long as the original at least.</param>
    /// <returns>How many there are until one that does not stand alone.</returns>
    private static int CopyAlone(ReadOnlySpan<char> original, Span<char> to)
    {
        // The table has a place for every character and the text has room: bounds need no check.
        ref var table = ref PlainCharacters.Alone;
        ref var source = ref MemoryMarshal.GetReference(original);
        ref var target = ref MemoryMarshal.GetReference(to);
        nint i = 0, length = original.Length;
        for (; i + 3 < length; i += 4)
        {
            // Below zero after one is taken off: one of the four is NotAlone.
            int a = Unsafe.Add(ref table, (nint)Unsafe.Add(ref source, i)), b = Unsafe.Add(ref table, (nint)Unsafe.Add(ref source, i + 1));
            int c = Unsafe.Add(ref table, (nint)Unsafe.Add(ref source, i + 2)), d = Unsafe.Add(ref table, (nint)Unsafe.Add(ref source, i + 3));
            if (((a - 1) | (b - 1) | (c - 1) | (d - 1)) < 0)
            {
                break;
            }

            Unsafe.WriteUnaligned(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref target, i)), (uint)a | ((ulong)(uint)b << 16) | ((ulong)(uint)c << 32) | ((ulong)(uint)d << 48));
        }

        for (; i < length && Unsafe.Add(ref table, (nint)Unsafe.Add(ref source, i)) is not PlainCharacters.NotAlone and var plain; i++)
        {
            Unsafe.Add(ref target, i) = plain;
        }

        return (int)i;
    }

    /// <returns>Where the next one is.</returns>
    private int Step(int i)
    {
        var c = _original[i];
        if (char.IsWhiteSpace(c))
        {
            _gap = _gap < 0 ? i : _gap;
            return i + 1;
        }

        if (PlainCharacters.FoldRare(_original, i) is { } several)
        {
            var end = i + (char.IsHighSurrogate(c) ? 2 : 1);
            if (several.Length > 0)
            {
                Add(several, i, end);
            }

            return end;
        }

        if (PlainCharacters.Fold(c) is not PlainCharacters.Nothing and var folded)
        {
            Add([folded], i, i + 1);
        }

        return i + 1;
    }

    private void Add(scoped ReadOnlySpan<char> folded, int start, int end)
    {
        MakeRoom(folded.Length + 1);

        // A space separates words of Latin script only; between Chinese characters it is layout.
        if (_gap >= 0 && _count > 0 && FoldedText.IsLatin(_text[_count - 1]) && FoldedText.IsLatin(folded[0]))
        {
            _places.AddShared(_count, _gap, _gap + 1);
            _text[_count++] = ' ';
        }

        _gap = -1;
        if (folded.Length == 1 && end == start + 1)
        {
            _places.AddEach(_count, start);
        }
        else
        {
            _places.AddShared(_count, start, end);
        }

        folded.CopyTo(_text.AsSpan(_count));
        _count += folded.Length;
    }

    private void MakeRoom(int more)
    {
        if (_count + more <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_count + more, _text.Length * 2));
        _text.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
