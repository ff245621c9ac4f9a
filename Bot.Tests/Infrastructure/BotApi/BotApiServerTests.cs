using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bot.Tests.Infrastructure;

/// <summary>The loopback server itself: what the real one refuses is refused, with a sentence that says what is wrong.</summary>
public sealed class BotApiServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "sendMessages", "{}", "no method" },
        { "sendMessage", """{"chat_id":1}""", "text is missing" },
        { "sendMessage", """{"chat_id":1,"text":""}""", "1 to" },
        { "sendMessage", """{"chat_id":1,"text":"  "}""", "has 0" },
        { "sendMessage", """{"chat_id":"1x","text":"a"}""", "no chat's number" },
        { "sendMessage", """{"chat_id":1,"text":"a","silent":true}""", "silent is no parameter" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":null}""", "left out" },
        { "sendMessage", """{"chat_id":1,"text":"a","disable_notification":"yes"}""", "true or false" },
        { "sendMessage", """{"chat_id":1,"text":"a","parse_mode":"Markdown"}""", "HTML" },
        { "sendMessage", """{"chat_id":1,"text":"<b>a","parse_mode":"HTML"}""", "<b> is not closed" },
        { "sendMessage", """{"chat_id":1,"text":"<b><i>a</b></i>","parse_mode":"HTML"}""", "closes what is not open" },
        { "sendMessage", """{"chat_id":1,"text":"<p>a</p>","parse_mode":"HTML"}""", "no tag that Telegram knows" },
        { "sendMessage", """{"chat_id":1,"text":"a < b","parse_mode":"HTML"}""", "not escaped" },
        { "sendMessage", """{"chat_id":1,"text":"a & b","parse_mode":"HTML"}""", "not escaped" },
        { "sendMessage", """{"chat_id":1,"text":"a&nbsp;b","parse_mode":"HTML"}""", "does not know" },
        { "sendMessage", """{"chat_id":1,"text":"<a href=\"/b/1\">a</a>","parse_mode":"HTML"}""", "no tag that Telegram knows" },
        { "sendMessage", """{"chat_id":1,"text":"a","link_preview_options":{"disabled":true}}""", "disabled is no parameter" },
        { "sendMessage", """{"chat_id":1,"text":"a","message_thread_id":"7"}""", "whole number" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[]]}}""", "empty row" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"b"}]]}}""", "exactly one thing" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"b","url":"https://a.example","callback_data":"c"}]]}}""", "exactly one thing" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"b","callback_data":"LONG"}]]}}""".Replace("LONG", new string('a', 65)), "1 to 64 bytes" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"","callback_data":"c"}]]}}""", "1 to 128" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"b","url":"http://localhost/b/1"}]]}}""", "a link that Telegram opens" },
        { "sendMessage", """{"chat_id":1,"text":"a","reply_parameters":{"allow_sending_without_reply":true}}""", "message_id is missing" },
        { "editMessageText", """{"chat_id":1,"message_id":0,"text":"a"}""", "whole number" },
        { "editMessageText", """{"chat_id":1,"message_id":5,"text":"a","disable_notification":true}""", "no parameter" },
        { "answerCallbackQuery", """{"callback_query_id":""}""", "1 to 64" },
        { "setMyCommands", """{"commands":[{"command":"Start","description":"a"}]}""", "a command's name" },
        { "setMyCommands", """{"commands":[{"command":"start","description":""}]}""", "1 to 256" },
        { "setMyCommands", """{"commands":[],"scope":{"type":"everybody"}}""", "no scope" },
        { "setMyCommands", """{"commands":[],"scope":{"type":"chat"}}""", "[chat_id]" },
        { "setMyCommands", """{"commands":[],"language_code":"zh-hans"}""", "two letters" },
        { "getUpdates", """{"offset":1,"allowed_updates":["messages"]}""", "one of" },
        { "getUpdates", """{"offset":"1"}""", "whole number" },
        { "getUpdates", """{"limit":101}""", "1 to 100" },
        { "setWebhook", """{"url":"https://a.example/in","secret_token":"a b"}""", "A-Z" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_call_that_the_Bot_API_does_not_know_fails_the_test_with_a_sentence_that_says_why(string method, string body, string why)
    {
        var server = await BotApiServer.Start(Token);
        var (status, _) = await Call(server, method, body);
        Assert.Equal(400, status);
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await server.DisposeAsync());
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains(method, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_depends_on_the_chat_is_refused_in_the_real_servers_words()
    {
        await using var server = await BotApiServer.Start(Token);
        server.Tap(1, "a", messageId: 5);
        Assert.Equal((200, ""), await Call(server, "editMessageText", """{"chat_id":1,"message_id":5,"text":"a"}"""));
        Assert.Contains("message is not modified", (await Call(server, "editMessageText", """{"chat_id":1,"message_id":5,"text":"a"}""")).Description, StringComparison.Ordinal);
        Assert.Contains("message to edit not found", (await Call(server, "editMessageText", """{"chat_id":1,"message_id":6,"text":"a"}""")).Description, StringComparison.Ordinal);
        server.Chats.Ages(1);
        Assert.Contains("can't be edited", (await Call(server, "editMessageText", """{"chat_id":1,"message_id":5,"text":"b"}""")).Description, StringComparison.Ordinal);
        Assert.Contains("query is too old", (await Call(server, "answerCallbackQuery", """{"callback_query_id":"x"}""")).Description, StringComparison.Ordinal);
        Assert.Contains("thread not found", (await Call(server, "sendMessage", """{"chat_id":-100,"message_thread_id":7,"text":"a"}""")).Description, StringComparison.Ordinal);
        Assert.Contains("to be replied not found", (await Call(server, "sendMessage", """{"chat_id":1,"text":"a","reply_parameters":{"message_id":99}}""")).Description, StringComparison.Ordinal);
        server.Member(1, "member", "kicked");
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), await Call(server, "sendMessage", """{"chat_id":1,"text":"a"}"""));
        server.Migrate(-5, -1005);
        Assert.Contains("upgraded to a supergroup", (await Call(server, "sendMessage", """{"chat_id":-5,"text":"a"}""")).Description, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Description)> Call(BotApiServer server, string method, string body)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(
            $"{server.Url}/bot{BotApiServer.Token}/{method}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Token);
        var said = await answer.Content.ReadFromJsonAsync<JsonObject>(Token);
        return ((int)answer.StatusCode, (string?)said!["description"] ?? "");
    }
}
