using System.Net;
using Bot.Channels;
using Bot.Deliveries;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Tests.Channels;

public sealed class TelegramOutcomesTests
{
    [Fact]
    public void Too_many_requests_waits_exactly_as_long_as_was_asked_and_leaves_open_whose_limit_it_was()
    {
        var outcome = TelegramOutcomes.Of(new ApiRequestException("Too Many Requests: retry after 17", 429, new ResponseParameters { RetryAfter = 17 }));
        Assert.Equal(new SendOutcome.Later(TimeSpan.FromSeconds(17), PaceScope.Unsaid, "Telegram asks to slow down"), outcome);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "Forbidden: user is deactivated")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat")]
    [InlineData(400, "Bad Request: chat not found")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat")]
    [InlineData(400, "Bad Request: have no rights to send a message")]
    public void A_chat_that_is_closed_to_us_cannot_be_reached(int code, string description) =>
        Assert.IsType<SendOutcome.Unreachable>(TelegramOutcomes.Of(new ApiRequestException(description, code)));

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public void A_refused_token_breaks_the_channel_and_no_delivery(int code, string description) =>
        Assert.IsType<SendOutcome.Broken>(TelegramOutcomes.Of(new ApiRequestException(description, code)));

    [Fact]
    public void A_group_that_became_a_supergroup_moves() =>
        Assert.Equal(
            new SendOutcome.Moved("-1001234"),
            TelegramOutcomes.Of(new ApiRequestException("Bad Request: group chat was upgraded to a supergroup chat", 400, new ResponseParameters { MigrateToChatId = -1001234 })));

    [Fact]
    public void A_connection_that_was_never_made_delivered_nothing()
    {
        var fault = new RequestException("Exception during making request", new HttpRequestException(HttpRequestError.ConnectionError));
        Assert.IsType<SendOutcome.Later>(TelegramOutcomes.Of(fault));
    }

    [Fact]
    public void A_connection_that_broke_after_the_request_may_have_delivered()
    {
        var fault = new RequestException("Exception during making request", new HttpRequestException(HttpRequestError.ResponseEnded));
        Assert.IsType<SendOutcome.Unknown>(TelegramOutcomes.Of(fault));
    }

    [Fact]
    public void A_gateway_that_answers_with_a_page_of_its_own_is_asked_again_later() =>
        Assert.IsType<SendOutcome.Later>(TelegramOutcomes.Of(new RequestException("Invalid response", HttpStatusCode.BadGateway)));

    [Fact]
    public void An_answer_of_success_that_cannot_be_read_may_have_delivered() =>
        Assert.IsType<SendOutcome.Unknown>(TelegramOutcomes.Of(new RequestException("Invalid response", HttpStatusCode.OK)));
}
