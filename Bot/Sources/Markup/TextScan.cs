using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bot.Sources.Markup;

/// <summary>
/// Finds where text stops being plain: characters that HTML escapes, control characters, and spaces that are no simple space.
/// Everything before that place is copied as it is. One look at each sixteen characters, as most text is plain.
/// </summary>
internal static class TextScan
{
    /// <summary>How many characters from the start are plain.</summary>
    /// <param name="text">What is looked at.</param>
    /// <param name="hasSpaces">False where no simple space is among them; true where one may be.</param>
    public static int PlainLength(ReadOnlySpan<char> text, out bool hasSpaces)
    {
        var spaces = Vector256<ushort>.Zero;
        hasSpaces = true;
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= units.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
            {
                var v = Vector256.Create(units[i..]);
                spaces |= Vector256.Equals(v, Vector256.Create((ushort)' '));
                var special = Special(v);
                if (special != Vector256<ushort>.Zero)
                {
                    hasSpaces = spaces != Vector256<ushort>.Zero;
                    return i + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
                }
            }
        }

        if (Vector128.IsHardwareAccelerated && i <= units.Length - Vector128<ushort>.Count)
        {
            var special = Special(Vector128.Create(units[i..]).ToVector256());
            if (special.GetLower() != Vector128<ushort>.Zero)
            {
                return i + BitOperations.TrailingZeroCount(special.GetLower().ExtractMostSignificantBits());
            }

            i += Vector128<ushort>.Count;
        }

        while (i < text.Length && IsPlain(text[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>Where the first control character stands that is neither tab nor line feed, or one that is none (FFFE, FFFF); the length where there is none.</summary>
    public static int FirstControl(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= units.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
            {
                var v = Vector256.Create(units[i..]);
                var found = (Vector256.LessThan(v, Vector256.Create((ushort)0x20)) & ~Vector256.LessThan(v - Vector256.Create((ushort)'\t'), Vector256.Create((ushort)2)))
                    | Vector256.GreaterThan(v, Vector256.Create((ushort)0xFFFD));
                if (found != Vector256<ushort>.Zero)
                {
                    return i + BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
                }
            }
        }

        while (i < text.Length && text[i] is (>= ' ' and <= '\uFFFD') or '\t' or '\n')
        {
            i++;
        }

        return i;
    }

    /// <summary>Without the spaces at both ends; most text has none there, which is seen without asking Unicode.</summary>
    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text) =>
        text.Length > 0 && IsSurelyVisible(text[0]) && IsSurelyVisible(text[^1]) ? text : text.Trim();

    public static bool IsSurelyVisible(char c) => c is (> ' ' and < '\u007F') or (> '\u3000' and < '\uFEFF');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Special(Vector256<ushort> v) =>
        Vector256.LessThan(v, Vector256.Create((ushort)0x20))
        | Vector256.Equals(v & Vector256.Create((ushort)0xFFFD), Vector256.Create((ushort)'<'))
        | Vector256.Equals(v & Vector256.Create((ushort)0xFFFB), Vector256.Create((ushort)'"'))
        | Vector256.LessThan(v - Vector256.Create((ushort)0x7F), Vector256.Create((ushort)(0xAE - 0x7F)))
        | Vector256.Equals(v & Vector256.Create((ushort)0xFFF0), Vector256.Create((ushort)0x2000))
        | Vector256.Equals(v, Vector256.Create((ushort)0xFEFF));

    private static bool IsPlain(char c) =>
        c is >= ' ' and not ('<' or '>' or '&' or '"' or (>= '\u007F' and <= '\u00AD') or (>= '\u2000' and <= '\u200F') or '\uFEFF');
}
