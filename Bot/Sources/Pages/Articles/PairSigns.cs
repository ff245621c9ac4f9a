using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>What a headline and a text share, and how much of the headline's own weight that is.</summary>
internal readonly record struct SharedWords(double Sum, double Coverage);

/// <summary>
/// What speaks for a headline being an article's: shared wording beside what it shares with other articles, and place; and what speaks
/// for its being nobody's: its form, and where it stands.
/// </summary>
internal static class PairSigns
{
    public const int OfPair = 25;

    public const int OfNone = 27;

    private const double Enough = 2;

    /// <summary>In the order of <see cref="PairWeights.Names"/>.</summary>
    public static void Pair(
        Span<double> signs, HeadlineCandidate headline, int article, List<(int First, int Last)> articles, ReadOnlySpan<SharedWords> shared,
        PlaceHabits habits, bool othersInside, bool startsSurely, int length)
    {
        signs.Clear();
        var gap = headline.Group.Gap;
        var (first, last) = articles[article];
        var (sum, coverage) = (shared[article].Sum, shared[article].Coverage);
        double rival = 0;
        for (var a = 0; a < shared.Length; a++)
            rival = a == article ? rival : Math.Max(rival, shared[a].Coverage);
        signs[0] = Math.Min(sum, Enough);
        signs[1] = Math.Clamp(sum - Enough, 0, 4);
        signs[2] = sum == 0 ? 1 : 0;
        signs[3] = coverage;
        signs[4] = coverage - rival;
        signs[5] = coverage > rival ? 1 : 0;
        signs[19] = length < 40 ? 1 : 0;
        signs[20] = startsSurely ? 1 : 0;
        if (headline.Group.Inside)
        {
            signs[18] = gap - 1 >= first && gap - 1 <= last ? 1 : 0;
            signs[22] = 1 - signs[18];
            return;
        }

        if (gap == first)
        {
            (signs[6], signs[7]) = (1, Math.Min(headline.After, 3));
            signs[10] = habits.Before;
            signs[21] = startsSurely ? 1 : 0;
        }
        else if (gap == last + 1)
        {
            (signs[8], signs[9]) = (1, Math.Min(headline.Before, 3));
            signs[11] = habits.Behind;
        }
        else if (gap > first && gap <= last)
        {
            (signs[12], signs[13]) = (1, othersInside ? 1 : 0);
            signs[23] = SectionNames.Is(headline.Group.Parts[headline.From].Text) ? 1 : 0;
        }
        else
        {
            signs[16] = Math.Log(1 + (gap < first ? first - gap : gap - last));
            signs[17] = gap < first && article > 0 && gap == articles[article - 1].First ? 1 : 0;
            signs[24] = 1;
        }

        if (headline.Before + headline.After >= 2)
        {
            var place = gap == 0 ? headline.Before : gap == articles[^1].Last + 1 ? articles.Count - 1 - headline.After : -9;
            signs[14] = place == article ? 1 : 0;
            signs[15] = Math.Abs(place - article) == 1 ? 1 : 0;
        }
    }

    /// <summary>In the order of <see cref="PairWeights.Names"/>, behind those of pairs.</summary>
    /// <param name="alone">No other group stands between the same two sure beginnings.</param>
    public static void None(
        Span<double> signs, HeadlineCandidate headline, List<(int First, int Last)> articles, ReadOnlySpan<SharedWords> shared, bool alone, bool atSureStart, bool atStart)
    {
        signs.Clear();
        var parts = headline.Group.Parts;
        double width = 0;
        var (comma, digits) = (false, 0);
        for (var i = headline.From; i < headline.To; i++)
        {
            width += parts[i].Width;
            foreach (var c in parts[i].Text)
            {
                comma |= c is '，' or '、';
                digits += char.IsAsciiDigit(c) ? 1 : 0;
            }
        }

        var (first, last) = (parts[headline.From].Text, parts[headline.To - 1].Text);
        double most = 0;
        foreach (var words in shared)
            most = Math.Max(most, words.Coverage);
        var gap = headline.Group.Gap;
        var atEdge = gap == 0 || gap == articles[^1].Last + 1;
        signs[0] = 1;
        signs[1] = On(width <= 4);
        signs[2] = On(width <= 6);
        signs[3] = On(width <= 9);
        signs[4] = On(width <= 13);
        signs[5] = On(width > 26);
        signs[6] = On(SectionNames.Is(first));
        signs[7] = On(first is [var digit, '、', ..] && "一二三四五六七八九".Contains(digit, StringComparison.Ordinal));
        signs[8] = On(headline.Group.Inside);
        signs[9] = On(alone);
        signs[10] = On(headline.Before + headline.After > 0);
        signs[11] = On(gap == 0);
        signs[12] = On(gap == articles[^1].Last + 1);
        signs[13] = On(!atEdge && !atSureStart);
        signs[14] = On(last[^1] is '：' or ':' or '；' or '，' or '、');
        signs[15] = On(first[0] is '（' or '(' or '【' or '《');
        signs[16] = On(digits >= 3);
        signs[17] = On(Sentences.Continues(first) || Brackets.Unclosed(first) < 0);
        signs[18] = On(comma);
        signs[19] = On(last[^1] is '？' or '！' or '?' or '!');
        signs[20] = On(Notices.IsSignature(last) || first.Contains("记者", StringComparison.Ordinal));
        signs[21] = most;
        signs[22] = On(headline.To - headline.From > 1);
        signs[23] = On(!atEdge && !atStart);
        signs[24] = On(!atEdge && !atStart && alone);
        signs[25] = On(char.IsAsciiDigit(first[0]));
        signs[26] = On(last[^1] is '—');
    }

    public static double Dot(ReadOnlySpan<double> signs, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (var i = 0; i < signs.Length; i++)
            sum += signs[i] * weights[i];
        return sum;
    }

    private static double On(bool sign) => sign ? 1 : 0;
}
