using System.Net;
using System.Text.Json.Nodes;

namespace Bot.Tests.Infrastructure;

/// <summary>What people do in Telegram, and what the program hears of it.</summary>
internal sealed partial class BotApiServer
{
    private const int Now = 1_700_000_000;

    /// <summary>Somebody types.</summary>
    /// <param name="type">The chat's; null for a private chat where its number is above zero, and a supergroup's otherwise.</param>
    /// <param name="thread">Of a forum.</param>
    /// <param name="by">Null for the chat's own person.</param>
    /// <returns>The update's number.</returns>
    public int Say(long chat, string text, string language = "zh-hans", string? type = null, int? thread = null, long? by = null) =>
        Write(chat, new JsonObject { ["text"] = text }, language, type, thread, by);

    /// <summary>Somebody sends something else than text, or a text with more to it.</summary>
    public int Write(long chat, JsonObject content, string language = "zh-hans", string? type = null, int? thread = null, long? by = null)
    {
        var id = Interlocked.Increment(ref _messageId);
        var message = new JsonObject { ["message_id"] = id, ["date"] = Now, ["chat"] = Chat(chat, type), ["from"] = User(by ?? PersonOf(chat), language) };
        if (thread is { } number)
        {
            _chats.Opens(chat, number);
            (message["message_thread_id"], message["is_topic_message"]) = (number, true);
            message["chat"]!["is_forum"] = true;
        }

        foreach (var (name, value) in content)
        {
            message[name] = value?.DeepClone();
        }

        _chats.Wrote(chat, id);
        return Arrive("message", message);
    }

    /// <summary>Somebody changes what they typed.</summary>
    public int Rewrite(long chat, string text) => Arrive("edited_message", new JsonObject
    {
        ["message_id"] = Volatile.Read(ref _messageId),
        ["date"] = Now,
        ["edit_date"] = Now + 60,
        ["chat"] = Chat(chat, null),
        ["from"] = User(PersonOf(chat), "zh-hans"),
        ["text"] = text,
    });

    /// <summary>The bot is added to a chat, or put out of it.</summary>
    public int Member(long chat, string before, string after, string language = "zh-hans", string? type = null, long? by = null)
    {
        var isPrivate = chat > 0;
        _chats.ShutsOut(chat, after is "left" or "kicked" ? (isPrivate ? "Forbidden: bot was blocked by the user" : "Forbidden: bot was kicked from the supergroup chat") : null);
        return Arrive("my_chat_member", new JsonObject
        {
            ["chat"] = Chat(chat, type),
            ["from"] = User(by ?? PersonOf(chat), language),
            ["date"] = Now,
            ["old_chat_member"] = Membership(before, language),
            ["new_chat_member"] = Membership(after, language),
        });
    }

    /// <summary>A group becomes a supergroup, as the last message of the old one says.</summary>
    public int Migrate(long from, long to)
    {
        _chats.Moves(from, to);
        return Write(from, new JsonObject { ["migrate_to_chat_id"] = to }, type: "group");
    }

    /// <summary>The same, as the first message of the new one says it.</summary>
    public int Migrated(long from, long to)
    {
        _chats.Moves(from, to);
        return Write(to, new JsonObject { ["migrate_from_chat_id"] = from });
    }

    /// <summary>Somebody forwards a channel's post to the bot.</summary>
    public int Forward(long chat, long channel, string language = "zh-hans") => Write(
        chat,
        new JsonObject
        {
            ["text"] = "forwarded",
            ["forward_origin"] = new JsonObject { ["type"] = "channel", ["date"] = Now, ["message_id"] = 5, ["chat"] = Chat(channel, "channel") },
        },
        language);

    /// <summary>Somebody picks a channel with the button that asks for one.</summary>
    public int Share(long chat, long channel) => Write(chat, new JsonObject { ["chat_shared"] = new JsonObject { ["request_id"] = 1, ["chat_id"] = channel } });

    /// <summary>Somebody taps a button. A message of this number that the bot did not send now was sent before.</summary>
    /// <param name="isLost">Telegram itself does not have the message any more.</param>
    /// <returns>The update's number.</returns>
    public int Tap(long chat, string data, int messageId = 1, string language = "zh-hans", int? thread = null, long? by = null, bool isLost = false, bool isForum = false)
    {
        var id = Guid.NewGuid().ToString("N");
        _chats.Tapped(id);
        var message = new JsonObject { ["message_id"] = messageId, ["date"] = isLost ? 0 : Now, ["chat"] = Chat(chat, null) };
        if (isForum)
        {
            message["chat"]!["is_forum"] = true;
        }

        if (isLost)
        {
            _chats.Loses(chat, messageId);
        }
        else
        {
            _chats.Had(chat, messageId);
            message["text"] = "…";
        }

        if (thread is { } number)
        {
            _chats.Opens(chat, number);
            (message["message_thread_id"], message["is_topic_message"]) = (number, true);
        }

        return Arrive("callback_query", new JsonObject
        {
            ["id"] = id,
            ["from"] = User(by ?? PersonOf(chat), language),
            ["chat_instance"] = "1",
            ["data"] = data,
            ["message"] = message,
        });
    }

    /// <summary>Sends an update as Telegram sends it to a webhook.</summary>
    public async Task<HttpStatusCode> Push(string url, string? secret, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var answer = await _pushing.SendAsync(request, cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Sends what has not been acknowledged to the webhook, in its order, as Telegram does until it is taken.</summary>
    public async Task PushAll(CancellationToken cancellationToken)
    {
        while (_webhook is { } hook && _updates.TryPeek(out var update))
        {
            if (await Push(hook.Url, hook.Secret, update.ToJsonString(), cancellationToken) == HttpStatusCode.OK)
            {
                _updates.TryDequeue(out _);
            }
        }
    }

    private static long PersonOf(long chat) => chat > 0 ? chat : 99;

    private static JsonObject User(long id, string language) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "甲", ["language_code"] = language };

    private static JsonObject Membership(string status, string language)
    {
        var member = new JsonObject { ["status"] = status, ["user"] = User(123456, language) };
        if (status == "kicked")
        {
            member["until_date"] = 0;
        }

        return member;
    }

    private JsonObject Chat(long id, string? type)
    {
        if (type is not null)
        {
            _chats.Knows(id, type);
        }

        var kind = type ?? _chats.TypeOf(id);
        return kind == "private"
            ? new() { ["id"] = id, ["type"] = kind, ["first_name"] = "甲" }
            : new() { ["id"] = id, ["type"] = kind, ["title"] = Channels.GetValueOrDefault(id, kind == "channel" ? "频道" : "一个群") };
    }

    private int Arrive(string kind, JsonObject content)
    {
        var id = Interlocked.Increment(ref _updateId);
        _updates.Enqueue(new JsonObject { ["update_id"] = id, [kind] = content });
        _arrived.Writer.TryWrite(true);
        return id;
    }
}
