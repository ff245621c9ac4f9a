using System.Globalization;
using System.Text;
using System.Xml;
using Bot.Bulletins;
using Bot.Conversation;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Channels;

/// <summary>A topic as an Atom feed, for those who read feeds.</summary>
internal sealed class TopicFeed(TopicCatalogue topics, BulletinShelf shelf, BulletinWords origins)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Entries = 50;
    private static readonly Words _words = new("Bot.Channels.WebChat.WebChatWords");

    /// <param name="site">Scheme and host, without a slash at the end.</param>
    /// <returns>Null when there is no such topic.</returns>
    public async Task<byte[]?> Compose(string topicId, string site, Language language, CancellationToken cancellationToken)
    {
        if (topics.Find(topicId) is not { Audience: TopicAudience.Everyone } topic)
        {
            return null;
        }

        var bulletins = await shelf.Latest([topic.Id], 0, Entries, cancellationToken);
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, Async = false, CloseOutput = false };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            var self = $"{site}/topics/{Uri.EscapeDataString(topic.Id)}.atom";
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, language.Tag());
            Element(xml, "id", self);
            Element(xml, "title", _words.Get(language, "feed.subtitle", topic.NameIn(language)));
            Element(xml, "updated", Moment(bulletins.Count > 0 ? bulletins.Max(b => b.SeenAt) : DateTimeOffset.UnixEpoch));
            Link(xml, "self", self);
            Link(xml, "alternate", site + "/");
            foreach (var bulletin in bulletins)
            {
                Entry(xml, bulletin, topic, site, language);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void Entry(XmlWriter xml, BulletinRow bulletin, Topic topic, string site, Language language)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"{site}/b/{bulletin.Id}");
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", page);
        Element(xml, "title", bulletin.Title ?? _words.Get(language, "page.untitled"));
        Element(xml, "published", Moment(bulletin.PublishedAt ?? bulletin.SeenAt));
        Element(xml, "updated", Moment(bulletin.UpdatedAt ?? bulletin.SeenAt));
        Element(xml, "summary", bulletin.Summary);
        Link(xml, "alternate", page);
        if (bulletin.Link is { } original)
        {
            Link(xml, "via", original);
        }

        xml.WriteStartElement("author", Atom);
        Element(xml, "name", bulletin.Byline ?? bulletin.Author ?? origins.Source(bulletin));
        xml.WriteEndElement();
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", topic.Id);
        xml.WriteAttributeString("label", Clean(topic.NameIn(language)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Link(XmlWriter xml, string relation, string to)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Clean(to));
        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot say: control characters and halves of pairs.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xfffe or 0xffff)))
        {
            clean.Append(rune);
        }

        return clean.ToString();
    }

    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
