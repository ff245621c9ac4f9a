using Bot.Bulletins;
using Bot.Summaries.Model;
using Bot.Texts;

namespace Bot.Summaries;

/// <summary>A bulletin's summary in a language: the model's where one is configured and its answer holds, else the extract, which is in the text's own language.</summary>
internal sealed class SummaryWriter(Summarizer extracts, ModelSummarizer model)
{
    private static readonly Words _words = Words.Of<SummaryWriter>("SummariesWords");

    public bool AsksModel => model.IsConfigured;

    /// <summary>What the model has said so far, where it may be shown; asks nothing.</summary>
    public async Task<IReadOnlyDictionary<(long Bulletin, Language Language), string>> Known(
        IReadOnlyCollection<(BulletinRow Bulletin, Language Language)> wanted, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<(long, Language), string>();
        if (!model.IsConfigured)
            return texts;
        var keys = wanted.Select(w => model.Key(SummaryInput.Of(w.Bulletin), w.Language)).ToList();
        var answers = await model.Known(keys, cancellationToken);
        foreach (var (wish, key) in wanted.Zip(keys))
        {
            if (answers.GetValueOrDefault(key) is ModelAnswer.Shown(var text))
                texts[(wish.Bulletin.Id, wish.Language)] = text;
        }

        return texts;
    }

    /// <summary>How a summary that a model wrote is labelled.</summary>
    public static string Label(Language language) => _words.Get(language, "ByModel");

    public async Task<Summary> Write(SummaryInput input, Language language, CancellationToken cancellationToken) =>
        model.IsConfigured && await model.Summarize(input, language, cancellationToken) is ModelAnswer.Shown shown
            ? new Summary(shown.Text, ByModel: true)
            : new Summary(extracts.Summarize(input), ByModel: false);
}
