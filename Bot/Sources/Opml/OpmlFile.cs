using System.Xml;
using System.Xml.Linq;
using Bot.Sources.Configuration;
using Bot.Sources.Markup;

namespace Bot.Sources.Opml;

/// <summary>Subscription lists in OPML: read from other programs, written for them. Pure.</summary>
internal static class OpmlFile
{
    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 64 * 1024 * 1024 };

    /// <summary>Outlines in folders included; each with an id that no source in <paramref name="taken"/> has. An address that is listed twice comes once.</summary>
    /// <exception cref="XmlException">It is no OPML.</exception>
    public static IReadOnlyList<SourceDefinition> Read(Stream opml, IReadOnlyCollection<string> taken)
    {
        using var reader = XmlReader.Create(opml, _settings);
        var document = XDocument.Load(reader);
        if (document.Root?.Name.LocalName is not { } root || !root.Equals("opml", StringComparison.OrdinalIgnoreCase))
        {
            throw new XmlException(SourcesText.Say("Opml_NoOpml"));
        }

        HashSet<string> ids = new(taken, StringComparer.Ordinal);
        HashSet<string> addresses = new(StringComparer.Ordinal);
        List<SourceDefinition> sources = [];
        foreach (var outline in document.Descendants().Where(e => e.Name.LocalName == "outline"))
        {
            if (WebAddress.Base(Value(outline, "xmlUrl")?.Trim()) is not { } address || !addresses.Add(Identity.CanonicalLink.Of(address.AbsoluteUri)))
            {
                continue;
            }

            var name = PlainText.OfHtml(Value(outline, "title")) ?? PlainText.OfHtml(Value(outline, "text")) ?? address.Host;
            sources.Add(new() { Id = SourceId.Of(name, address, ids), Name = name, Kind = SourceKind.Syndication, Location = Value(outline, "xmlUrl")!.Trim() });
        }

        return sources;
    }

    /// <summary>Feeds alone, as that is what other programs read; others are left out.</summary>
    public static string Write(IEnumerable<SourceDefinition> sources, string title) => new XDocument(
        new XElement("opml",
            new XAttribute("version", "2.0"),
            new XElement("head", new XElement("title", title)),
            new XElement("body", sources.Where(Holds).Select(s =>
                new XElement("outline", new XAttribute("type", "rss"), new XAttribute("text", s.Name), new XAttribute("title", s.Name), new XAttribute("xmlUrl", s.Location)))))).ToString();

    public static bool Holds(SourceDefinition source) => source.Kind == SourceKind.Syndication && WebAddress.IsWeb(source.Location);

    private static string? Value(XElement outline, string name) =>
        outline.Attributes().FirstOrDefault(a => a.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
