using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// Finds what the library would follow for ever: objects that are nothing but references to one another, and functions made of themselves.
/// It follows them by recursion, and a stack that overflows ends the whole program, so such a file must never reach it.
/// </summary>
internal static class PdfGuard
{
    private const int LongestChain = 64;

    /// <summary>Keys that lead away from what a sheet is drawn with, most of them in circles by design.</summary>
    private static readonly HashSet<string> _aside = ["Parent", "P", "Annots", "B", "AA", "PieceInfo", "Metadata", "OC", "Prev", "Next", "Thumb", "StructParents", "CharProcs"];

    /// <summary>Before the file is opened: objects as they are written, "4 0 obj 5 0 R endobj".</summary>
    public static bool IsEndless(ReadOnlySpan<byte> file)
    {
        var targets = new Dictionary<long, long>();
        for (int at = 0, next; (next = file[at..].IndexOf("endobj"u8)) >= 0; at += next + 6)
        {
            var before = file[..(at + next)];
            if (Word(ref before, "R"u8) && Number(ref before) is not null && Number(ref before) is { } target && Word(ref before, "obj"u8) && Number(ref before) is not null && Number(ref before) is { } number)
                targets[number] = target;
        }

        return targets.Keys.Any(start =>
        {
            var steps = 0;
            for (var at = start; targets.TryGetValue(at, out var target); at = target)
            {
                if (++steps > LongestChain)
                    return true;
            }

            return false;
        });
    }

    /// <summary>Once the file is open: everything that its sheets are drawn with, objects in compressed streams too.</summary>
    public static bool IsEndless(PdfDocument pdf, CancellationToken cancellationToken)
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<IToken>();
        if (pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var pages))
            open.Push(pages);
        while (open.TryPop(out var token))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (token)
            {
                case IndirectReferenceToken reference when seen.Add(reference.Data):
                    if (Resolve(pdf, reference) is not { } found)
                        return true;
                    open.Push(found);
                    break;
                case StreamToken stream:
                    open.Push(stream.StreamDictionary);
                    break;
                case ArrayToken array:
                    foreach (var item in array.Data)
                        Take(item);
                    break;
                case DictionaryToken dictionary:
                    if (dictionary.ContainsKey(NameToken.Functions) && IsMadeOfItself(pdf, dictionary, 0))
                        return true;
                    foreach (var (key, value) in dictionary.Data)
                    {
                        if (!_aside.Contains(key))
                            Take(value);
                    }

                    break;
                default:
                    break;
            }
        }

        return false;

        void Take(IToken token)
        {
            if (token is IndirectReferenceToken or StreamToken or ArrayToken or DictionaryToken)
                open.Push(token);
        }
    }

    /// <returns>What the reference stands for, null where it stands for another without end.</returns>
    private static IToken? Resolve(PdfDocument pdf, IndirectReferenceToken reference)
    {
        IToken token = reference;
        for (var steps = 0; token is IndirectReferenceToken next; steps++)
        {
            if (steps > LongestChain)
                return null;
            token = pdf.Structure.TokenScanner.Get(next.Data)?.Data ?? NullToken.Instance;
        }

        return token;
    }

    private static bool IsMadeOfItself(PdfDocument pdf, IToken? function, int depth)
    {
        if (depth > LongestChain)
            return true;
        var token = function is IndirectReferenceToken reference ? Resolve(pdf, reference) : function;
        return token switch
        {
            null => true,
            ArrayToken array => array.Data.Any(f => IsMadeOfItself(pdf, f, depth + 1)),
            StreamToken stream => IsMadeOfItself(pdf, stream.StreamDictionary, depth),
            DictionaryToken dictionary => dictionary.TryGet(NameToken.Functions, out var parts) && IsMadeOfItself(pdf, parts, depth + 1),
            _ => false,
        };
    }

    private static bool Word(ref ReadOnlySpan<byte> before, ReadOnlySpan<byte> word)
    {
        before = before.TrimEnd(" \r\n\t\f\0"u8);
        if (!before.EndsWith(word))
            return false;
        before = before[..^word.Length];
        return true;
    }

    private static long? Number(ref ReadOnlySpan<byte> before)
    {
        before = before.TrimEnd(" \r\n\t\f\0"u8);
        var start = before.Length;
        while (start > 0 && before.Length - start < 12 && before[start - 1] is >= (byte)'0' and <= (byte)'9')
            start--;
        if (!System.Buffers.Text.Utf8Parser.TryParse(before[start..], out long number, out _))
            return null;
        before = before[..start];
        return number;
    }
}
