using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;
using Microsoft.Extensions.Options;

namespace Bot.Conversation;

/// <summary>The message in which topics are ticked, in pages. A tick says what shall be (on, off), so a second tap of the same button changes nothing.</summary>
internal sealed class TopicPicker(OpenTopics topics, SubscriberStore subscribers, IOptions<RetentionOptions> retention)
{
    public const int PageSize = 10;

    /// <summary>Names up to this width (a Chinese character counts two) stand two in a row.</summary>
    private const int NarrowName = 20;

    public async Task<Message> Compose(Turn turn, PickerView view, long page, CancellationToken cancellationToken)
    {
        var tree = TopicTree.Of(await topics.For(turn.Chat, cancellationToken));
        var all = tree.Select(t => t.Topic).ToList();
        var parts = tree.Where(t => t.Depth > 0).Select(t => t.Topic.Id).ToHashSet(StringComparer.Ordinal);
        var followed = (await subscribers.Subscriptions(turn.Chat.Id, cancellationToken)).ToDictionary(s => s.TopicId);
        var draft = new Draft();
        if (view == PickerView.Start)
        {
            draft.Bold(turn.Say("start.title")).Text(turn.Say("start.purpose")).Gap().Text(turn.Say("start.data", (int)retention.Value.Deliveries.TotalDays)).Gap();
        }
        else
        {
            draft.Bold(turn.Say("picker.title"));
        }

        if (all.Count == 0)
        {
            return draft.Text(turn.Say("picker.none")).Row(LanguageButton(turn, view, 0)).Done();
        }

        var pages = (all.Count + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 0, pages - 1);
        var shown = all.Skip((int)page * PageSize).Take(PageSize).ToList();
        draft.Text(turn.Say("picker.how")).Text(turn.Say("picker.count", all.Count(t => followed.ContainsKey(t.Id)), all.Count));
        var width = shown.Max(t => Width(t.NameIn(turn.Language))) <= NarrowName ? 2 : 1;
        foreach (var row in shown.Chunk(width))
        {
            draft.Row(row.Select(topic => Choice(turn, view, page, topic, followed.GetValueOrDefault(topic.Id), parts.Contains(topic.Id))));
        }

        draft.Row(Paging(turn, view, page, pages));
        if (followed.Count > 0)
        {
            draft.Row(new Button(turn.Say("modes.open"), TapAction.Of("modes", 0)));
        }

        draft.Row(
            new Button(turn.Say("picker.all"), TapAction.Of("topics", (char)view, page, "on")),
            new Button(turn.Say("picker.nothing"), TapAction.Of("topics", (char)view, page, "off")),
            LanguageButton(turn, view, page));
        return draft.Done();
    }

    private static Button Choice(Turn turn, PickerView view, long page, Topic topic, SubscriptionRow? followed, bool isPart) => new(
        (followed is null ? "" : Draft.Tick) + (isPart ? "└ " : "") + topic.NameIn(turn.Language) + (followed is null ? "" : FollowedTopic.Marks(turn, followed)),
        TapAction.Of("topic", (char)view, page, followed is null ? "on" : "off", TopicKey.Of(topic)));

    private static IEnumerable<Button> Paging(Turn turn, PickerView view, long page, int pages)
    {
        if (page > 0)
        {
            yield return new Button(turn.Say("page.back"), TapAction.Of("picker", (char)view, page - 1));
        }

        if (page < pages - 1)
        {
            yield return new Button(turn.Say("page.next", page + 2, pages), TapAction.Of("picker", (char)view, page + 1));
        }
    }

    private static Button LanguageButton(Turn turn, PickerView view, long page) => new(
        turn.Say("language.other"),
        TapAction.Of("language", turn.Language == Language.Zh ? "en" : "zh", (char)view, page));

    private static int Width(string text) => text.Sum(c => c > '\u2e7f' ? 2 : 1);
}

/// <summary>Whether the picker stands under the welcome or alone. The letters are parts of buttons' actions.</summary>
internal enum PickerView
{
    Start = 's',
    Topics = 't',
}
