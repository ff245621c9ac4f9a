using System.Text;
using System.Text.Json;
using Bot.Sources.Decoding;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>JSON Feed 1.0 and 1.1 in one pass, tolerant in what types values have. Items that were whole before a fault are kept.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions _options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    public static ReadResult Read(Document document, CancellationToken cancellationToken)
    {
        var bytes = document.Bytes.Span;
        List<Said> warnings = [];
        var encoding = "utf-8";
        var plain = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var whole = true;
        var feed = new JsonFeedDraft(document.TimeZone, WebAddress.Base(document.Location));
        JsonException? fault = null;
        if (ByteOrderMark.Guess(bytes) is not null || !IsUtf8(plain, feed, out fault, cancellationToken))
        {
            var decoded = TextDecoder.Decode(bytes, null, document.Charset);
            encoding = decoded.Encoding;
            warnings.AddRange(decoded.Warnings);
            plain = Encoding.UTF8.GetBytes(decoded.Text);
            feed = new JsonFeedDraft(document.TimeZone, WebAddress.Base(document.Location));
            fault = Parse(plain, feed, cancellationToken);
        }

        if (fault is not null)
        {
            var repaired = JsonRepair.Repaired(plain);
            if (repaired is not null)
            {
                var again = new JsonFeedDraft(document.TimeZone, WebAddress.Base(document.Location));
                Parse(repaired, again, cancellationToken);
                feed = again;
            }

            whole = false;
            warnings.Add(Said.Of("Feed_BadJson", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1, feed.Entries.Count));
        }

        if (!feed.IsFeed && feed.Entries.Count == 0)
        {
            return ReadResult.Failed(SourceKind.Syndication, "jsonfeed", Said.Of("Feed_NoFeed")) with { Encoding = encoding, Warnings = warnings };
        }

        return new ReadResult
        {
            Kind = SourceKind.Syndication,
            Format = "jsonfeed",
            Encoding = encoding,
            Title = feed.Title,
            Entries = DistinctKeys.Of(feed.Finished(), warnings),
            Warnings = warnings,
            IsWhole = whole,
        };
    }

    /// <summary>Reads it as UTF-8; whether it was shows by what is read, which saves a look at every byte.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, JsonFeedDraft feed, out JsonException? fault, CancellationToken cancellationToken)
    {
        fault = null;
        try
        {
            fault = Parse(bytes, feed, cancellationToken);
            return fault is null || System.Text.Unicode.Utf8.IsValid(bytes);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static JsonException? Parse(ReadOnlySpan<byte> utf8, JsonFeedDraft feed, CancellationToken cancellationToken)
    {
        var reader = new Utf8JsonReader(utf8, _options);
        try
        {
            feed.Read(ref reader, cancellationToken);
            return null;
        }
        catch (JsonException fault)
        {
            return fault;
        }
    }
}
