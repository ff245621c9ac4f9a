using System.Text;

namespace Bot.Sources.Decoding;

/// <param name="Encoding">Throws on bytes that it cannot have written; null for UTF-8 that a parser finds by itself.</param>
/// <param name="Start">How many bytes stand before the document: a mark, blanks.</param>
internal readonly record struct LikelyEncoding(Encoding? Encoding, string Name, int Start);
