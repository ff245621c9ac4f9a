using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>One thing that an admin said or tapped. A tap's answer takes the place of what was tapped; a typed one is a message of its own.</summary>
/// <param name="Typed">What was typed behind the page's name, as it was; null for a tap.</param>
internal sealed record AdminTurn(Turn Turn, AdminRole Role, string Page, string? Typed)
{
    /// <summary>The first part of what the menu's buttons do.</summary>
    public const string Verb = "adm";

    public const int PageSize = 8;

    private static readonly Words _words = new("Bot.Conversation.Running.RunningWords");

    public Language Language => Turn.Language;

    public string Who => AdminDesk.Who(Turn);

    public bool May(AdminRole least) => Role >= least;

    public string Say(string key, params object?[] values) => _words.Get(Language, key, values);

    /// <summary>What has a code, by its name; the code itself where it has none.</summary>
    public string Named(string family, string code) => _words.Has(family + code) ? Say(family + code) : code;

    /// <summary>A button for this page.</summary>
    public Button Do(string label, params ReadOnlySpan<object> words) => new(label, TapAction.Of(Verb, [Page, .. words]));

    public Button Menu() => new(Say("back.menu"), TapAction.Of(Verb));

    public Button Back() => new(Say("back"), TapAction.Of(Verb, Page));

    public IEnumerable<Button> Turning(string act, long page, int pages)
    {
        if (page > 0)
        {
            yield return Do(Turn.Say("page.back"), act, page - 1);
        }

        if (page < pages - 1)
        {
            yield return Do(Turn.Say("page.next", page + 2, pages), act, page + 1);
        }
    }

    public Reply Show(Message message, string? notice = null) => Typed is null
        ? new Reply([], message, notice)
        : notice is null ? Reply.With(message) : Reply.With(Message.Plain(notice), message);

    /// <summary>Says why nothing was done; what was tapped stays as it is.</summary>
    public Reply Refuse(string why) => Typed is null ? new Reply([], Notice: why) : Reply.With(Message.Plain(why));

    public Reply Stale() => Refuse(Turn.Say("stale"));

    public Reply NotAllowed(AdminRole least) => Refuse(Turn.Tell(least == AdminRole.Owner ? "admin.owners-only" : "admin.editors-only"));

    /// <summary>What was typed behind so many words.</summary>
    public string After(int words)
    {
        var rest = (Typed ?? "").AsSpan().TrimStart();
        for (; words > 0 && rest.Length > 0; words--)
        {
            var end = rest.IndexOfAny(" \t\r\n\u3000");
            rest = end < 0 ? [] : rest[end..].TrimStart();
        }

        return rest.TrimEnd().ToString();
    }

    public Reply Work(Message meanwhile, LongWork work) => Show(meanwhile) with { Work = work };
}
