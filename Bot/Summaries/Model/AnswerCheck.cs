using System.Text.RegularExpressions;
using Bot.Bulletins.Facts;
using Bot.Texts;

namespace Bot.Summaries.Model;

/// <summary>
/// Holds a model's answer against the text that it sums up: every number, date, document number, organisation and modal in the
/// answer must stand in the text. What the check doesn't understand it refuses: an extract is always at hand.
/// </summary>
internal static partial class AnswerCheck
{
    /// <summary>A Chinese answer tells in the text's own words mostly; one that doesn't is about something else.</summary>
    private const double LeastOwnWords = 0.5;

    private static readonly string[] _modals = ["应当", "不得", "可以", "必须", "禁止", "严禁", "无需", "不予", "须", "不准", "有权", "无权", "免于", "允许", "不应", "不可"];

    /// <summary>Why the answer can't be shown; null where it can.</summary>
    public static string? Refusal(string answer, SummaryInput input, Language language, int maxSentences, int maxCharacters)
    {
        var source = Folding.Narrow($"{input.Title}\n{input.Subtitle}\n{string.Join('\n', input.Paragraphs)}");
        var said = Folding.Narrow(answer);
        if (string.IsNullOrWhiteSpace(said))
            return "it is empty";
        if (language == Language.Zh && answer.Length > maxCharacters)
            return "it is too long";
        if (language == Language.En && answer.Length > maxCharacters * 4)
            return "it is too long";
        if (SentenceSplitter.Split([answer]).Count > maxSentences)
            return "it has too many sentences";
        if (Address().IsMatch(said))
            return "it has an address or a mark-up";
        return Figures(said, source) ?? BindingDates(answer, input) ?? (language == Language.Zh ? Chinese(said, source) : EnglishAnswer.Refusal(said, source));
    }

    /// <summary>Every number has its equal in the text, whether in figures or in Chinese numerals.</summary>
    private static string? Figures(string said, string source)
    {
        var known = Quantities.Of(source);
        foreach (var quantity in Quantities.Of(EnglishAnswer.WithoutDates(said)))
        {
            if (!known.Contains(quantity))
                return "it has a number that the text doesn't have";
        }

        return null;
    }

    /// <summary>A date that stands in the text may not come to bind for something else: what takes effect, ends or is heard on a day must do so in the text.</summary>
    private static string? BindingDates(string answer, SummaryInput input)
    {
        var said = FactReader.Read(new FactInput(null, [answer], null)).Where(f => Reminders.Binds(f.Kind)).ToList();
        if (said.Count == 0)
            return null;
        var known = FactReader.Read(new FactInput(input.Title, input.Paragraphs, null) { Subtitle = input.Subtitle });
        return said.All(s => known.Any(k => k.Kind == s.Kind && k.Value == s.Value)) ? null : "it binds on a date that the text doesn't";
    }

    private static string? Chinese(string said, string source)
    {
        foreach (Match date in Date().Matches(said))
        {
            if (!source.Contains(date.Value, StringComparison.Ordinal))
                return "it has a date that the text doesn't have";
        }

        foreach (Match number in DocumentNumber().Matches(said))
        {
            if (!source.Contains(number.Value, StringComparison.Ordinal))
                return "it has a document number that the text doesn't have";
        }

        foreach (var modal in _modals)
        {
            if (said.Contains(modal, StringComparison.Ordinal) && !source.Contains(modal, StringComparison.Ordinal))
                return "it obliges or permits what the text doesn't";
        }

        foreach (var organ in OrganNames.In(said))
        {
            if (!source.Contains(organ.Text, StringComparison.Ordinal) && !OrganNames.In(source).Any(o => o.Name == organ.Name))
                return "it has an organisation that the text doesn't have";
        }

        foreach (Match word in LatinWord().Matches(said))
        {
            if (!source.Contains(word.Value, StringComparison.OrdinalIgnoreCase))
                return "it has a word that the text doesn't have";
        }

        return Bigrams.Coverage(Bigrams.Of(said), Bigrams.Of(source)) < LeastOwnWords ? "it is about something else" : null;
    }

    [GeneratedRegex(@"https?:|www\.|@\w|<[a-z/!]|\]\(|```")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:(?:[0-9]{4}|今|明|去)年)?(?:[0-9]{1,2}|本|上|下)月(?:[0-9]{1,2}日)?|(?<![0-9])[0-9]{4}年|昨日|昨天|今日|明日")]
    private static partial Regex Date();

    [GeneratedRegex(@"[\[〔(（][0-9]{4}[\]〕)）][^，。；]{0,12}?[0-9]+号|第[0-9一二三四五六七八九十百]+号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"[A-Za-z]{3,}")]
    private static partial Regex LatinWord();
}
