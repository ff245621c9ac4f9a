using System.Globalization;
using System.Text;

namespace Bot.Sources.Pages.Text;

/// <summary>
/// Odd forms of a character to the form that people type. Letters and digits become narrow (２０２４ → 2024), compatibility ideographs,
/// Kangxi and CJK radicals become the ideograph, vertical and small punctuation becomes full-width, a blank becomes spaces, each half a character wide;
/// zero-width, control, private-use and unassigned characters go. Full-width punctuation and Traditional characters stay as printed.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>CJK radicals that stand for a whole character in text from fonts that lack the character; Unicode normalisation leaves them.</summary>
    private const string Radicals =
        "⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺓幺⺗心⺙攵⺛旡⺝月⺟母⺠民⺢水⺣灬⺥爪⺦丬⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺶羊⺷羊⺸羊⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟";

    /// <summary>Private-use code points that GB18030 once gave to characters which Unicode has now, and the blank of some typesetters.</summary>
    private const string PrivateUse = "\uE5E5 \uE81E\u9FB4\uE826\u9FB5\uE82B\u9FB6\uE82C\u9FB7\uE832\u9FB8\uE843\u9FB9\uE854\u9FBA\uE864\u9FBB";

    /// <summary>A rune that is not one character, is left out, or becomes more than one.</summary>
    private const char Special = '\0';

    /// <summary>For each character the one that it becomes, or <see cref="Special"/>.</summary>
    private static readonly char[] _usual = Usual();

    /// <param name="keepWideBlanks">Ideographic spaces stay one character, for layouts that count characters.</param>
    public static string Fold(string text, bool keepWideBlanks = false)
    {
        var same = 0;
        while (same < text.Length && _usual[text[same]] == text[same] && text[same] != Special)
            same++;
        if (same == text.Length)
            return text;
        var folded = new StringBuilder(text, 0, same, text.Length);
        for (var i = same; i < text.Length; i++)
        {
            var c = text[i];
            if (_usual[c] is var usual and not Special)
            {
                folded.Append(usual);
            }
            else if (IsLineEnd(c))
            {
                if (c != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
                    folded.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                FoldRare(new Rune(c, text[++i]), folded);
            }
            else if (c is '\t' or '\u3000')
            {
                folded.Append(c == '\t' ? "    " : keepWideBlanks ? "\u3000" : "  ");
            }
            else if (IsLatinLigature(c))
            {
                folded.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            }
        }

        return folded.ToString();
    }

    /// <summary>Ideographs of the supplementary planes stay, their compatibility forms fold; emoji and private-use glyphs go.</summary>
    private static void FoldRare(Rune rune, StringBuilder folded)
    {
        if (rune.Value is >= 0x2F800 and <= 0x2FA1F)
            folded.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
        else if (rune.Value is >= 0x20000 and <= 0x3FFFF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter)
            folded.Append(rune.ToString());
        else if (rune.Value is >= 0x11660 and <= 0x1167F)
            folded.Append(rune.ToString());
    }

    private static bool IsNothing(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    private static bool IsLineEnd(char c) => c is '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsLatinLigature(char c) => c is >= '\uFB00' and <= '\uFB06';

    private static char[] Usual()
    {
        var table = Table();
        var usual = new char[char.MaxValue + 1];
        for (var i = 0; i < usual.Length; i++)
        {
            var c = (char)i;
            usual[i] = c is >= ' ' and <= '~' or '\n' ? c
                : IsLineEnd(c) || c is '\t' or '\u3000' || IsLatinLigature(c) ? Special
                : table.TryGetValue(c, out var known) ? known
                : char.IsWhiteSpace(c) ? ' '
                : IsNothing(char.GetUnicodeCategory(c)) ? Special : c;
        }

        return usual;
    }

    private static Dictionary<char, char> Table()
    {
        var table = new Dictionary<char, char>();
        for (var c = '\u2F00'; c <= '\u2FD5'; c++)
            AddCompatible(table, c);
        for (var c = '\uF900'; c <= '\uFAD9'; c++)
            AddCompatible(table, c);
        foreach (var (first, last) in (ReadOnlySpan<(char, char)>)[('０', '９'), ('Ａ', 'Ｚ'), ('ａ', 'ｚ')])
        {
            for (var c = first; c <= last; c++)
                table[c] = (char)(c - 0xFEE0);
        }

        AddPairs(table, Radicals);
        AddPairs(table, PrivateUse);
        AddPairs(table, "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︰：︱—︳｜︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹏＿﹐，﹑、﹔；﹕：﹖？﹗！﹙（﹚）﹪％");
        AddPairs(table, "｡。｢「｣」､、･·・·•·●●﹒．〝“〞”‧·∙·");
        return table;
    }

    private static void AddCompatible(Dictionary<char, char> table, char c)
    {
        if (c.ToString().Normalize(NormalizationForm.FormKC) is [var usual] && usual != c)
            table[c] = usual;
    }

    private static void AddPairs(Dictionary<char, char> table, string pairs)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
            table[pairs[i]] = pairs[i + 1];
    }
}
