using System.ClientModel;
using System.Diagnostics.Metrics;
using Bot.Texts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Bot.Summaries.Model;

/// <summary>
/// Asks a model for a summary, within a time limit and a day's budget, and shows the answer only where every claim that can be
/// checked stands in the text. Every other end is an ordinary value: the caller sends the extract.
/// </summary>
internal sealed partial class ModelSummarizer(IOptions<ModelOptions> model, IOptions<SummariesOptions> limits, TimeProvider time, ILogger<ModelSummarizer> logger, IChatClient? client = null) : IDisposable
{
    private static readonly Meter _meter = new("Bot.Summaries");
    private static readonly Counter<long> _answers = _meter.CreateCounter<long>("bot.summaries.model_answers", description: "Answers of the model by what came of them.");

    private readonly IChatClient? _client = client ?? ModelClients.Create(model.Value);
    private readonly AnswerCache _cache = new(model.Value.CacheSize);
    private readonly DailyBudget _budget = new(time);

    public bool IsConfigured => _client is not null;

    public async Task<ModelAnswer> Summarize(SummaryInput input, Language language, CancellationToken cancellationToken)
    {
        if (_client is null)
            return new ModelAnswer.None("no model is configured");
        var (sentences, characters) = (limits.Value.MaxSentences, limits.Value.MaxCharacters);
        var key = AnswerCache.Key(input, language, sentences, characters);
        if (_cache.Find(key) is { } known)
            return known;
        if (!_budget.TryTake(model.Value.DailyBudget))
            return Counted(new ModelAnswer.None("the day's budget is spent"), "budget");

        var question = Prompt.For(input, language, sentences, characters, model.Value.MaxInputCharacters);
        if (await Ask(question, cancellationToken) is not { } answer)
            return Counted(new ModelAnswer.None("the model didn't answer"), "unavailable");
        var text = answer.Trim().Trim('"', '“', '”');
        if (AnswerCheck.Refusal(text, input, language, sentences, characters) is { } why)
        {
            Log.Refused(logger, why);
            return Kept(key, Counted(new ModelAnswer.Refused(why), "refused"));
        }

        return Kept(key, Counted(new ModelAnswer.Shown(text), "shown"));
    }

    public void Dispose() => _client?.Dispose();

    private async Task<string?> Ask(IReadOnlyList<ChatMessage> question, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(model.Value.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var response = await _client!.GetResponseAsync(question, new ChatOptions { Temperature = 0, MaxOutputTokens = 600 }, linked.Token);
            return response.Text;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TooSlow(logger, model.Value.Timeout);
            return null;
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or System.Text.Json.JsonException or InvalidOperationException or IOException or ArgumentException)
        {
            Log.Failed(logger, e.GetType().Name);
            return null;
        }
    }

    private ModelAnswer Kept(string key, ModelAnswer answer)
    {
        _cache.Keep(key, answer);
        return answer;
    }

    private static ModelAnswer Counted(ModelAnswer answer, string outcome)
    {
        _answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The model's summary is not shown because {Why}; the extract is sent.")]
        public static partial void Refused(ILogger logger, string why);

        [LoggerMessage(LogLevel.Warning, "The model didn't answer within {Limit}; the extract is sent.")]
        public static partial void TooSlow(ILogger logger, TimeSpan limit);

        [LoggerMessage(LogLevel.Warning, "The model's endpoint failed ({Fault}); the extract is sent.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
