using System.Numerics;
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
    public static int PlainLength(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= units.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
            {
                var v = Vector256.Create(units[i..]);
                var special = Vector256.LessThan(v, Vector256.Create((ushort)0x20))
                    | Vector256.Equals(v & Vector256.Create((ushort)0xFFFD), Vector256.Create((ushort)'<'))
                    | Vector256.Equals(v & Vector256.Create((ushort)0xFFFB), Vector256.Create((ushort)'"'))
                    | Vector256.LessThan(v - Vector256.Create((ushort)0x7F), Vector256.Create((ushort)(0xAE - 0x7F)))
                    | Vector256.Equals(v & Vector256.Create((ushort)0xFFF0), Vector256.Create((ushort)0x2000))
                    | Vector256.Equals(v, Vector256.Create((ushort)0xFEFF));
                if (special != Vector256<ushort>.Zero)
                {
                    return i + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
                }
            }
        }

        while (i < text.Length && IsPlain(text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsPlain(char c) =>
        c is >= ' ' and not ('<' or '>' or '&' or '"' or (>= '\u007F' and <= '\u00AD') or (>= '\u2000' and <= '\u200F') or '\uFEFF');
}
