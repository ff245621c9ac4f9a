using System.Text.Json.Nodes;

namespace Bot.Tests.Infrastructure;

/// <summary>What a Bot API server remembers: the messages of each chat, its threads, who shut the bot out, and which taps wait for an answer. Its refusals are the real one's, word by word.</summary>
internal sealed class BotApiChats
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Remembered> _chats = [];
    private readonly Dictionary<string, bool> _taps = [];

    public void Wrote(long chat, int message) => In(chat, c => c.Messages[message] = null);

    public void Knows(long chat, string type) => In(chat, c => c.Type = type);

    public string TypeOf(long chat) => In(chat, c => c.Type) ?? (chat > 0 ? "private" : "supergroup");

    /// <summary>A message of the bot from before the test, that a tap stands on.</summary>
    public void Had(long chat, int message) => In(chat, c => c.Messages.TryAdd(message, ("…", "")));

    public void Opens(long chat, int thread) => In(chat, c => c.Threads[thread] = true);

    public void Closes(long chat, int thread) => In(chat, c => c.Threads[thread] = false);

    public void Deletes(long chat, int thread) => In(chat, c => c.Threads.Remove(thread));

    /// <summary>The bot's messages of it are too old to be edited.</summary>
    public void Ages(long chat) => In(chat, c => c.TooOld = c.Messages.Keys.DefaultIfEmpty().Max());

    public void Loses(long chat, int message) => In(chat, c => c.Messages.Remove(message));

    public void Moves(long from, long to) => In(from, c => c.MovedTo = to);

    public void ShutsOut(long chat, string? why) => In(chat, c => c.ShutOut = why);

    public void Tapped(string id)
    {
        lock (_lock)
        {
            _taps[id] = true;
        }
    }

    public void ForgetTaps()
    {
        lock (_lock)
        {
            _taps.Clear();
        }
    }

    /// <returns>What the real server says to it; null where it does what it is asked for.</returns>
    public BotApiServer.Refusal? Refuses(string method, JsonObject body)
    {
        if (method == "answerCallbackQuery")
        {
            lock (_lock)
            {
                return _taps.ContainsKey((string)body["callback_query_id"]!) ? null : new(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
            }
        }

        return method is "sendMessage" or "sendDocument" or "editMessageText" && long.TryParse(body["chat_id"]!.ToString(), out var chat)
            ? In(chat, c => c.MovedTo is { } to ? new(400, "Bad Request: group chat was upgraded to a supergroup chat", new() { ["migrate_to_chat_id"] = to })
                : c.ShutOut is { } why ? new(403, why)
                : method == "editMessageText" ? Edit(c, body) : Post(c, body))
            : null;
    }

    /// <summary>A message is sent, or changed.</summary>
    public void Took(JsonObject body, int message) => In((long)body["chat_id"]!, c => c.Messages[message] = Content(body));

    private static BotApiServer.Refusal? Post(Remembered chat, JsonObject body)
    {
        if (body["message_thread_id"] is { } thread)
        {
            if (!chat.Threads.TryGetValue((int)thread, out var open))
            {
                return new(400, "Bad Request: message thread not found");
            }

            if (!open)
            {
                return new(400, "Bad Request: TOPIC_CLOSED");
            }
        }

        return body["reply_parameters"] is { } reply && !chat.Messages.ContainsKey((int)reply["message_id"]!) && (bool?)reply["allow_sending_without_reply"] != true
            ? new(400, "Bad Request: message to be replied not found")
            : null;
    }

    private static BotApiServer.Refusal? Edit(Remembered chat, JsonObject body)
    {
        var message = (int)body["message_id"]!;
        return !chat.Messages.TryGetValue(message, out var now) ? new(400, "Bad Request: message to edit not found")
            : now is null || message <= chat.TooOld ? new(400, "Bad Request: message can't be edited")
            : now == Content(body) ? new(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
            : null;
    }

    private static (string Text, string Markup)? Content(JsonObject body) => ($"{body["parse_mode"]}|{body["text"]}", body["reply_markup"]?.ToJsonString() ?? "");

    private T In<T>(long chat, Func<Remembered, T> deed)
    {
        lock (_lock)
        {
            if (!_chats.TryGetValue(chat, out var remembered))
            {
                _chats[chat] = remembered = new Remembered();
            }

            return deed(remembered);
        }
    }

    private sealed class Remembered
    {
        /// <summary>By number; null for what people wrote.</summary>
        public Dictionary<int, (string Text, string Markup)?> Messages { get; } = [];

        /// <summary>By number, whether it is open.</summary>
        public Dictionary<int, bool> Threads { get; } = [];

        public string? Type { get; set; }

        public int TooOld { get; set; }

        public long? MovedTo { get; set; }

        public string? ShutOut { get; set; }
    }
}
