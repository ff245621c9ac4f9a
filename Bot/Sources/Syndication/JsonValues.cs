using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>Values of a JSON feed, whatever type their writer gave them. Each reads from the token before the value, or at it where it says so.</summary>
internal static class JsonValues
{
    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Whether the property at the reader has that name. One with escapes is none of ours, and may be no text at all.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => !reader.ValueIsEscaped && reader.ValueTextEquals(name);

    public static void People(ref Utf8JsonReader reader, List<string> names)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                People(ref reader, names);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            string? name = null, address = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Is(ref reader, "name"u8))
                {
                    name = PlainText.OfHtml(Scalar(ref reader));
                }
                else if (Is(ref reader, "url"u8))
                {
                    address = Scalar(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            if ((name ?? MailOf(address)) is { } person)
            {
                names.Add(person);
            }
        }
        else if (reader.TokenType == JsonTokenType.String && PlainText.OfHtml(Unescaped(ref reader)) is { } alone)
        {
            names.Add(alone);
        }
    }

    private static string? MailOf(string? address) =>
        address?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true ? PlainText.OneLine(address[7..].Split('?')[0]) : null;

    public static void Strings(ref Utf8JsonReader reader, List<string> texts)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType == JsonTokenType.String && PlainText.OfHtml(Unescaped(ref reader)) is { } only)
            {
                texts.Add(only);
            }

            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && PlainText.OfHtml(Unescaped(ref reader)) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Strings, and numbers as they are written; anything else is passed over.</summary>
    public static string? Scalar(ref Utf8JsonReader reader, bool isRead = false)
    {
        if (!isRead)
        {
            reader.Read();
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Unescaped(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>A lone surrogate escape is no character; the rest of the string is kept.</summary>
    /// <exception cref="DecoderFallbackException">It is not in UTF-8.</exception>
    public static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            var raw = _utf8.GetString(reader.ValueSpan);
            return Regex.Replace(raw, @"\\u([0-9a-fA-F]{4})|\\(.)", m =>
                m.Groups[1].Success
                    ? Convert.ToInt32(m.Groups[1].Value, 16) is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()
                    : m.Groups[2].Value switch { "n" => "\n", "t" => "\t", "r" => "\r", var c => c });
        }
    }
}
