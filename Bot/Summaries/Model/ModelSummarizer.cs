using System.ClientModel;
using System.Diagnostics.Metrics;
using Bot.Texts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OllamaSharp.Models.Exceptions;

namespace Bot.Summaries.Model;

/// <summary>
/// Asks a model for a summary, within a time limit and a day's budget, and shows the answer only where every claim that can be
/// checked stands in the text. Every other end is an ordinary value: the caller sends the extract.
/// </summary>
internal sealed partial class ModelSummarizer(IOptions<ModelOptions> model, IOptions<SummariesOptions> limits, AnswerStore store, TimeProvider time, ILogger<ModelSummarizer> logger, IChatClient? client = null) : IDisposable
{
    private static readonly Meter _meter = new("Bot.Summaries");
    private static readonly Counter<long> _answers = _meter.CreateCounter<long>("bot.summaries.model_answers", description: "Answers of the model by what came of them.");

    private readonly IChatClient? _client = client ?? ModelClients.Create(model.Value);

    private readonly ModelRest _rest = new(time);

    public bool IsConfigured => _client is not null;

    public string Key(SummaryInput input, Language language) => AnswerKey.Of(input, language, limits.Value, model.Value.Name);

    /// <summary>Answers given before, by key.</summary>
    public Task<IReadOnlyDictionary<string, ModelAnswer>> Known(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => store.Find(keys, cancellationToken);

    public async Task<ModelAnswer> Summarize(SummaryInput input, Language language, CancellationToken cancellationToken)
    {
        if (_client is null)
            return new ModelAnswer.None("no model is configured");
        var (sentences, characters) = (limits.Value.MaxSentences, limits.Value.MaxCharacters);
        var key = Key(input, language);
        if (await store.Find(key, cancellationToken) is { } known)
            return known;
        if (Orders.StandIn(input))
        {
            Log.NotAsked(logger);
            _answers.Add(1, new KeyValuePair<string, object?>("outcome", "not asked"));
            return new ModelAnswer.Refused("the text speaks to a model");
        }

        if (_rest.Lasts)
            return new ModelAnswer.None("the model rests after it didn't answer");
        if (!await store.TryTake(model.Value.DailyBudget, cancellationToken))
        {
            _answers.Add(1, new KeyValuePair<string, object?>("outcome", "budget"));
            return new ModelAnswer.None("the day's budget is spent");
        }

        var question = Prompt.For(input, language, sentences, characters, model.Value.MaxInputCharacters);
        if (await Ask(question, cancellationToken) is not { } answer)
        {
            _rest.Failed();
            return await Counted(new ModelAnswer.None("the model didn't answer"), "unavailable", cancellationToken);
        }

        _rest.Answered();
        var text = answer.Trim().Trim('"', '“', '”');
        if (AnswerCheck.Refusal(text, input, language, sentences, characters) is { } why)
        {
            Log.Refused(logger, why);
            return await Kept(key, new ModelAnswer.Refused(why), "refused", cancellationToken);
        }

        return await Kept(key, new ModelAnswer.Shown(text), "shown", cancellationToken);
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
        catch (Exception e) when (e is ClientResultException or OllamaException or HttpRequestException or System.Text.Json.JsonException or InvalidOperationException or IOException or ArgumentException)
        {
            Log.Failed(logger, e.GetType().Name);
            return null;
        }
    }

    private async Task<ModelAnswer> Kept(string key, ModelAnswer answer, string outcome, CancellationToken cancellationToken)
    {
        await store.Keep(key, answer, model.Value.CacheSize, cancellationToken);
        return await Counted(answer, outcome, cancellationToken);
    }

    private async Task<ModelAnswer> Counted(ModelAnswer answer, string outcome, CancellationToken cancellationToken)
    {
        _answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        await store.Count(answer, cancellationToken);
        return answer;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The model is not asked because the text speaks to it; the extract is sent.")]
        public static partial void NotAsked(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "The model's summary is not shown because {Why}; the extract is sent.")]
        public static partial void Refused(ILogger logger, string why);

        [LoggerMessage(LogLevel.Warning, "The model didn't answer within {Limit}; the extract is sent.")]
        public static partial void TooSlow(ILogger logger, TimeSpan limit);

        [LoggerMessage(LogLevel.Warning, "The model's endpoint failed ({Fault}); the extract is sent.")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
