using System.Security.Cryptography;

namespace Bot.Sources;

/// <summary>The bytes that one fetch brought, kept for a while as evidence.</summary>
internal sealed record Document
{
    /// <summary>The address or the full path it came from.</summary>
    public required string Location { get; init; }

    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The media type that the server or the file's name claims, without parameters; null if neither says.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding that the server claims; null if it says none.</summary>
    public string? Charset { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The zone in which the source writes dates that name none.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 => field ??= Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
