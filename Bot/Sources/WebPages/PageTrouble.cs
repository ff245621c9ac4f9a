using AngleSharp.Dom;

namespace Bot.Sources.WebPages;

/// <summary>Why a list page shows no items, told apart, so that none of these is ever taken for "no news".</summary>
internal enum PageTrouble
{
    /// <summary>The list is there and says that it is empty.</summary>
    EmptyList,
    Login,
    Firewall,

    /// <summary>The page is built by a script that this program does not run.</summary>
    ScriptOnly,

    /// <summary>A page full of other things: the selectors no longer fit.</summary>
    Redesign,
}

internal static class PageTroubles
{
    private static readonly string[] _firewall =
    [
        "access denied", "attention required", "just a moment", "checking your browser", "ddos protection", "captcha", "request blocked", "web application firewall", "unusual traffic",
        "访问被拒绝", "访问被阻断", "安全验证", "人机验证", "请完成验证", "滑动验证", "验证码", "请求存在威胁", "可能对网站造成威胁", "网站防火墙", "安全防护", "您的访问被拦截", "访问受限", "已被拦截", "创宇盾", "安全狗", "云防护",
    ];

    private static readonly string[] _empty = ["暂无", "没有数据", "没有相关", "无相关", "无记录", "no results", "no items", "no news", "nothing found", "no entries"];

    private static readonly string[] _login = ["登录", "登陆", "统一身份认证", "log in", "login", "sign in"];

    /// <summary>A page about being stopped is short; a long one that mentions a login in a corner is none, in characters.</summary>
    private const int ShortPage = 1500;

    public static PageTrouble Of(ListPage page, string? container)
    {
        var text = Visible(page.Tree.Body);
        var title = page.Tree.Title ?? "";
        var brief = text.Length < ShortPage;
        if (brief && (Says(title, _firewall) || Says(text, _firewall)))
        {
            return PageTrouble.Firewall;
        }

        if (page.Tree.QuerySelector("input[type=password]") is not null || (brief && Says(title, _login)))
        {
            return PageTrouble.Login;
        }

        if (container is not null && Find(page, container) is { } list && (Says(Visible(list), _empty) || list.QuerySelector("a[href]") is null))
        {
            return PageTrouble.EmptyList;
        }

        if (brief && Says(text, _empty))
        {
            return PageTrouble.EmptyList;
        }

        return text.Length < 200 && page.Tree.QuerySelectorAll("script").Length > 0 && page.Tree.QuerySelectorAll("a[href]").Length < 3 ? PageTrouble.ScriptOnly : PageTrouble.Redesign;
    }

    private static IElement? Find(ListPage page, string selector)
    {
        try
        {
            return page.Tree.QuerySelector(selector);
        }
        catch (DomException)
        {
            return null;
        }
    }

    private static string Visible(IElement? element)
    {
        if (element is null)
        {
            return "";
        }

        return string.Join(' ', element.Descendants<IText>().Where(t => t.ParentElement?.LocalName is not ("script" or "style" or "noscript")).Select(t => t.Data.Trim()).Where(t => t.Length > 0));
    }

    private static bool Says(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
