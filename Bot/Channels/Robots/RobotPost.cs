using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Deliveries;

namespace Bot.Channels;

/// <summary>One request to a robot's address. The address is a secret, so nothing that is returned or thrown from here says it.</summary>
internal sealed class RobotPost(IHttpClientFactory clients)
{
    public const string ClientName = "robots";

    private const int MostAnswerBytes = 64 * 1024;
    private static readonly TimeSpan _serverFault = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _tooMany = TimeSpan.FromMinutes(1);

    /// <param name="read">What the service's own answer means; it comes with HTTP 200 also when it is a refusal.</param>
    public async Task<SendOutcome> Send(Uri address, JsonObject body, Func<JsonObject, SendOutcome> read, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var text = await Text(answer, cancellationToken);
            return Parse(text) is { } json && !IsTrouble(answer.StatusCode) ? read(json) : OfStatus(answer);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SendOutcome.Later(_serverFault, PaceScope.Chat, "the robot's service cannot be reached");
        }
        catch (Sources.Fetching.ForbiddenAddressException)
        {
            return new SendOutcome.Unreachable("the robot's address leads into a private network");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new SendOutcome.Unknown("the robot's service broke off");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Unknown("the robot's service did not answer in time");
        }
    }

    private static async Task<string> Text(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostAnswerBytes];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Feishu explains refusals in JSON under 400; a service that is ill or busy says so by its status.</summary>
    private static bool IsTrouble(HttpStatusCode status) => status == HttpStatusCode.TooManyRequests || (int)status is >= 300 and < 400 or >= 500;

    private static SendOutcome OfStatus(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        429 => new SendOutcome.Later(answer.Headers.RetryAfter?.Delta ?? _tooMany, PaceScope.Chat, "the robot is asked to slow down"),
        >= 300 and < 400 => new SendOutcome.Later(DingTalkRobot.Penalty, PaceScope.Chat, "the robot is turned away for sending too much"),
        401 or 403 or 404 or 410 => new SendOutcome.Unreachable($"the robot's service answered {(int)answer.StatusCode}"),
        >= 500 => new SendOutcome.Later(_serverFault, PaceScope.Chat, $"the robot's service answered {(int)answer.StatusCode}"),
        >= 400 => new SendOutcome.Refused($"the robot's service answered {(int)answer.StatusCode}"),
        _ => new SendOutcome.Unknown("the robot's service gave an answer that is none"),
    };
}
