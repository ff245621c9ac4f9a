using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>The other language, under a picker: <c>language:tag:view:page</c>; elsewhere <c>language:tag</c>.</summary>
internal sealed class LanguageTap(SubscriberStore subscribers, TopicPicker picker) : ITap
{
    public string Verb => "language";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var language = LanguageTags.Parse(action.Text(0));
        await subscribers.SetLanguage(turn.Chat.Id, language, cancellationToken);
        var now = turn with { Language = language };
        if (action.Text(1).Length == 0)
        {
            return new Reply([], Notice: now.Say("language.set"));
        }

        var view = action.Text(1) == "s" ? PickerView.Start : PickerView.Topics;
        return new Reply([], await picker.Compose(now, view, action.Number(2) ?? 0, cancellationToken), now.Say("language.set"));
    }
}
