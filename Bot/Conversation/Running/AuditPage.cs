using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>Who did what, the newest first.</summary>
internal sealed class AuditPage(AuditTrail audit) : IAdminPage
{
    private const int Shown = 12;

    public string Name => "audit";

    public IReadOnlyList<string> Aliases => ["记录"];

    public int Rank => 10;

    public AdminRole Least => AdminRole.Viewer;

    public async Task<Reply> Act(AdminTurn turn, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var page = words is ["list", var typed] && int.TryParse(typed, out var number) ? Math.Clamp(number, 0, 10_000) : 0;
        var acts = await audit.Latest(page * Shown, Shown + 1, cancellationToken);
        var draft = new Draft().Bold(turn.Turn.Tell("audit.title"));
        foreach (var act in acts.Take(Shown))
        {
            draft.Line(new Span(turn.Turn.Moment(act.At) + "  "), new Span(turn.Named("act.", act.Act), SpanStyle.Bold), new Span($"  {act.Target}  {act.Detail}".TrimEnd()))
                .Line(new Span("   " + act.Who, SpanStyle.Italic));
        }

        if (acts.Count == 0)
        {
            draft.Text(turn.Say("audit.none"));
        }

        return turn.Show(draft.Row(turn.Turning("list", page, acts.Count > Shown ? page + 2 : page + 1)).Row(turn.Menu()).Done());
    }
}
