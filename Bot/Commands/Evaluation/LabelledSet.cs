using System.Text.Json;

namespace Bot.Commands.Evaluation;

/// <summary>A file of labelled bulletins.</summary>
internal sealed record LabelledSet(string Name, IReadOnlyList<LabelledBulletin> Bulletins)
{
    /// <summary>Every <c>.json</c> below the folder that is no page's expectation, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">One cannot be used; the message names the file.</exception>
    public static IReadOnlyList<LabelledSet> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => Load(folder, f)),
    ];

    private static LabelledSet Load(string folder, string file)
    {
        try
        {
            var bulletins = LabelledBulletin.Load(file);
            var broken = bulletins.Index().FirstOrDefault(b => b.Item is not { Id: not null, Paragraphs: not null } || b.Item.Facts?.Any(f => !f.IsKnown) == true, (-1, null!));
            return broken.Index < 0
                ? new LabelledSet(Path.GetRelativePath(folder, file), bulletins)
                : throw new InvalidDataException($"{file}: bulletin {broken.Index + 1} has no id, no paragraphs, or a fact of an unknown kind.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }
}
