using System.Globalization;
using System.Text;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>What <c>read</c> prints of one document for a person at a terminal.</summary>
internal static class ReadText
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static string Of(ReadReport report, Language language)
    {
        var text = new StringBuilder();
        if (report.Error is not null)
        {
            return text.Append(report.Input).Append(": ").Append(_words.Get(language, "Failed", report.Error)).ToString();
        }

        if (report.Proposal is not null)
        {
            return report.Proposal;
        }

        text.Append(_words.Get(language, "Read.Count", report.Input, report.Bulletins.Count, report.Kind, report.Encoding ?? "-"));
        foreach (var warning in report.Warnings)
        {
            text.Append('\n').Append(_words.Get(language, "Read.Warning", warning));
        }

        foreach (var bulletin in report.Bulletins)
        {
            Append(text, bulletin, language);
        }

        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, ReadReport.Item bulletin, Language language)
    {
        text.Append("\n\n").Append(bulletin.Title ?? _words.Get(language, "Read.NoTitle"));
        if (bulletin.Subtitle is not null)
        {
            text.Append('\n').Append(bulletin.Subtitle);
        }

        if (bulletin.Doubt is not null)
        {
            text.Append("\n  ").Append(_words.Get(language, "Read.Doubt", bulletin.Confidence, bulletin.Doubt));
        }

        Line("Read.Summary", bulletin.Summary);
        Line("Read.Topics", string.Join("; ", bulletin.Topics.Select(t => $"{t.Id} ({string.Join(", ", t.Evidence)})")));
        Line("Read.Places", string.Join(", ", bulletin.Regions));
        Line("Read.Byline", bulletin.Byline ?? bulletin.Author);
        Line("Read.Credit", bulletin.Credit);
        if (bulletin.Link is not null)
        {
            text.Append("\n  ").Append(bulletin.Link);
        }

        if (bulletin.Published is { } published)
        {
            text.Append("\n  ").Append(published.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        }

        void Line(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append("\n  ").Append(_words.Get(language, key)).Append(": ").Append(value);
            }
        }
    }
}
