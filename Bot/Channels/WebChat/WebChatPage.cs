using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Texts;

namespace Bot.Channels;

/// <summary>The page and its two files. They travel in the assembly, so they are there in every working folder and kind of build.</summary>
internal sealed class WebChatPage
{
    private static readonly Words _words = new("Bot.Channels.WebChat.WebChatWords");

    private static readonly string[] _keys =
    [
        "title", "tagline", "log", "say", "send", "switch", "switch.label", "connecting", "online", "offline", "hint", "hints",
        "new", "earlier", "skip", "code", "code.open", "code.wrong", "slow", "failed", "today", "yesterday", "you", "noscript", "beginning", "reading",
    ];

    private readonly FrozenDictionary<Language, Asset> _pages;
    private readonly FrozenDictionary<string, Asset> _files;

    public WebChatPage()
    {
        _files = new[] { ("chat.css", "text/css; charset=utf-8"), ("chat.js", "text/javascript; charset=utf-8") }
            .ToFrozenDictionary(f => f.Item1, f => Asset.Of(Text(f.Item1), f.Item2));
        _pages = new[] { Language.Zh, Language.En }.ToFrozenDictionary(l => l, Compose);
    }

    public string Stylesheet => $"/chat/chat.css?v={Mark("chat.css")}";

    public IResult Page(HttpContext context, Language language) => Serve(context, _pages[language]);

    public IResult File(HttpContext context, string name) =>
        _files.TryGetValue(name, out var file) ? Serve(context, file) : Results.NotFound();

    private static IResult Serve(HttpContext context, Asset asset)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(asset.Bytes, asset.Type, entityTag: new(asset.Tag));
    }

    private Asset Compose(Language language)
    {
        var page = new StringBuilder(Text("chat.html"))
            .Replace("{{lang}}", language.Tag())
            .Replace("{{words}}", JsonSerializer.Serialize(new { zh = All(Language.Zh), en = All(Language.En) }, WebChatJson.Options))
            .Replace("{{css}}", Mark("chat.css"))
            .Replace("{{js}}", Mark("chat.js"));
        foreach (var key in _keys)
        {
            page.Replace("{{" + key + "}}", WebUtility.HtmlEncode(_words.Get(language, key)));
        }

        return Asset.Of(page.ToString(), "text/html; charset=utf-8");
    }

    /// <summary>A few letters that change with the file, so that a page never meets another version's script.</summary>
    private string Mark(string file) => _files[file].Tag.Trim('"')[..12];

    private static Dictionary<string, string> All(Language language) => _keys.ToDictionary(key => key, key => _words.Get(language, key));

    private static string Text(string name)
    {
        using var stream = typeof(WebChatPage).Assembly.GetManifestResourceStream("chat/" + name)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} is not in the assembly."));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Asset(byte[] Bytes, string Type, string Tag)
    {
        public static Asset Of(string text, string type)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            return new Asset(bytes, type, '"' + Convert.ToHexStringLower(SHA256.HashData(bytes))[..24] + '"');
        }
    }
}
