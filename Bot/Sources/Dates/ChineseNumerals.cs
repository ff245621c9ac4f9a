using System.Text;

namespace Bot.Sources.Dates;

/// <summary>二〇二四年六月十三日 as 2024年6月13日.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "〇一二三四五六七八九";

    public static int Digit(char c) => c is '零' or '○' or '０' ? 0 : Digits.IndexOf(c);

    /// <summary>Not the day of the week: 星期一, 周一, 礼拜一.</summary>
    public static bool IsNumberAt(ReadOnlySpan<char> text, int i) => i == 0 || text[i - 1] is not ('期' or '周' or '週' or '拜');

    /// <summary>Resolves what is left of tens once the digits are ASCII: 十 is 10, 十3 is 13, 2十 is 20, 2十3 is 23.</summary>
    public static string Tens(string text)
    {
        if (!text.Contains('十'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '十')
            {
                result.Append(text[i]);
                continue;
            }

            var before = i > 0 && char.IsAsciiDigit(text[i - 1]);
            var after = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            result.Append((before, after) switch { (true, true) => "", (true, false) => "0", (false, true) => "1", _ => "10" });
        }

        return result.ToString();
    }
}
