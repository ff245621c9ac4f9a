using Bot.Summaries.Model;
using Bot.Texts;

namespace Bot.Summaries;

/// <summary>A bulletin's summary in a language: the model's where one is configured and its answer holds, else the extract, which is in the text's own language.</summary>
internal sealed class SummaryWriter(Summarizer extracts, ModelSummarizer model)
{
    public async Task<Summary> Write(SummaryInput input, Language language, CancellationToken cancellationToken) =>
        model.IsConfigured && await model.Summarize(input, language, cancellationToken) is ModelAnswer.Shown shown
            ? new Summary(shown.Text, ByModel: true)
            : new Summary(extracts.Summarize(input), ByModel: false);
}
