namespace Bot.Sources.Decoding;

/// <param name="Encoding">The name of the encoding that fits the bytes, in lower case, such as <c>utf-8</c> or <c>gb18030</c>.</param>
/// <param name="Warnings">Where the document or the server claimed another encoding than the one that fits.</param>
internal sealed record DecodedText(string Text, string Encoding, IReadOnlyList<Said> Warnings);
