namespace Bot.Channels;

/// <param name="Language">What the browser speaks, as a BCP 47 tag.</param>
/// <param name="TimeZone">The browser's IANA zone.</param>
/// <param name="Code">The access code, where one is asked for.</param>
internal sealed record HelloRequest(string? Language, string? TimeZone, string? Code);

internal sealed record SayRequest(string? Text);

/// <param name="Message">The line on which the button stands.</param>
internal sealed record TapRequest(string? Action, long? Message);

/// <param name="Language">The chat's language, which the page follows.</param>
/// <param name="Notice">A passing notice; null for none.</param>
/// <param name="Gone">Whether the visitor's chat was erased.</param>
internal sealed record WebAnswer(string Language, string? Notice, bool Gone = false);

/// <param name="Lines">The newest lines, in order.</param>
/// <param name="Earlier">Whether there are older ones.</param>
internal sealed record HelloAnswer(string Language, IReadOnlyList<WebLine> Lines, bool Earlier, IReadOnlyList<WebCommand> Commands);

/// <param name="What">What it does, in the chat's language.</param>
internal sealed record WebCommand(string Name, string What);

internal sealed record EarlierAnswer(IReadOnlyList<WebLine> Lines, bool Earlier);

/// <summary>A line as the page reads it.</summary>
/// <param name="At">When it was written, in Unix milliseconds.</param>
internal sealed record WebLine(long Seq, string Kind, long? Target, long At, System.Text.Json.JsonElement Content)
{
    public static WebLine Of(WebMessageRow row) => new(
        row.Seq,
        row.Kind switch { WebMessageKind.Said => "said", WebMessageKind.Told => "told", _ => "edit" },
        row.Target,
        row.CreatedAt.ToUnixTimeMilliseconds(),
        System.Text.Json.JsonElement.Parse(row.Content));
}
