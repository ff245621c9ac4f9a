using System.Text;
using Bot.Sources.Pages.Text;
using Bot.Tests.Sources.Pages.Generation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Bot.Tests.Sources.Pages;

public sealed class PageReaderPropertyTests
{
    private static readonly string[] _pieces =
    [
        .. PageSet.Of("development", 7).Take(6).SelectMany(p => p.Text.Split('\n')), "", "", "（", "”", "　　", "记者", "公告", "（下转第2版）", "图为", "\f", "\u200B", "\uE5E5", "第3版", "ABC def", "2024",
    ];

    /// <summary>Pages made of real lines in any order, and of any characters.</summary>
    private static Arbitrary<string> Texts() => Arb.From(Gen.OneOf(
        Gen.Choose(0, int.MaxValue - 1).Select(Spoiled),
        Gen.Elements(_pieces).ListOf().Select(lines => string.Join('\n', lines)),
        // Zero bytes are left out: with them the bytes are another encoding's.
        ArbMap.Default.GeneratorFor<string>().Select(s => (s ?? "").Replace("\0", "", StringComparison.Ordinal))));

    /// <summary>A page with lines doubled, moved, joined and cut, and characters put in that open what nobody closes.</summary>
    private static string Spoiled(int seed)
    {
        var random = new Random(seed);
        var lines = PageSet.Of("development", 7)[random.Next(30)].Text.Split('\n').ToList();
        for (var edits = random.Next(60); edits > 0; edits--)
        {
            var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
            lines[at] = random.Next(6) switch
            {
                0 => lines[other],
                1 => lines[at] + lines[other],
                2 => lines[at][..random.Next(lines[at].Length + 1)],
                3 => lines[at] + "     " + lines[other],
                4 => lines[at].Insert(random.Next(lines[at].Length + 1), _pieces[^(1 + random.Next(13))]),
                _ => "",
            };
        }

        return string.Join('\n', lines);
    }

    [Property(MaxTest = 150)]
    public Property Any_text_is_read_without_inventing_or_doubling_a_character() => Prop.ForAll(Texts(), text =>
    {
        var result = PageFiles.Reader.Read(
            new() { Location = "any.txt", Bytes = Encoding.UTF8.GetBytes(text), FetchedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        var left = Counts(CharacterFolding.Fold(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))));
        foreach (var entry in result.Entries)
        {
            foreach (var paragraph in entry.Paragraphs.Concat(entry.Captions).Append(entry.Title ?? "").Append(entry.Kicker ?? "").Append(entry.Subtitle ?? "").Append(entry.Dateline ?? "").Append(entry.Byline ?? "").Append(entry.Credit ?? ""))
            {
                foreach (var c in paragraph.Where(c => c != ' '))
                {
                    left[c] = left.GetValueOrDefault(c) - 1;
                    if (left[c] < 0)
                        return false;
                }
            }
        }

        return true;
    });

    private static Dictionary<char, int> Counts(string text) => text.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
}
