using System.CommandLine;

namespace Bot.Commands;

/// <summary>The commands about rules and topics, as they are typed.</summary>
internal static class RuleCommands
{
    public static Command Try(Func<ParseResult, Folders> folders)
    {
        var rule = new Argument<string>("RULE") { Description = "A rule, in quotes" };
        var since = new Option<string>("--since") { Description = "How far back, such as 30d, 12h or 2w", DefaultValueFactory = _ => "30d" };
        var against = new Option<string?>("--against") { Description = "A topic: show what the rule adds to it and drops", HelpName = "TOPIC" };
        var samples = new Option<int>("--show") { Description = "How many bulletins are shown", DefaultValueFactory = _ => 10 };
        var command = new Command("try", "Show what a rule would have caught in the archive") { rule, since, against, samples };
        command.SetAction((parsed, cancellationToken) => TryCommand.Run(
            folders(parsed), parsed.GetValue(rule)!, parsed.GetValue(since)!, parsed.GetValue(against), parsed.GetValue(samples), cancellationToken));
        return command;
    }

    public static Command Explain(Func<ParseResult, Folders> folders)
    {
        var bulletin = new Argument<long>("BULLETIN") { Description = "The number of a bulletin, as in its address /b/12" };
        var topic = new Argument<string?>("TOPIC") { Description = "A topic, by id or name, or a rule in quotes; without it, all topics", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Say why a topic's rule holds for a bulletin, or by what it fails") { bulletin, topic };
        command.SetAction((parsed, cancellationToken) => ExplainCommand.Run(folders(parsed), parsed.GetValue(bulletin), parsed.GetValue(topic), cancellationToken));
        return command;
    }

    public static Command Topics(Func<ParseResult, Folders> folders)
    {
        var audit = new Option<bool>("--audit") { Description = "Look for topics that cannot fire, fire on too much, say the same as another, are silent, or name a source that is gone" };
        var share = new Option<double>("--share") { Description = "Of all bulletins; a topic that fires on more is too broad", DefaultValueFactory = _ => 0.3 };
        var silence = new Option<string>("--silence") { Description = "A topic that has not fired for so long is silent", DefaultValueFactory = _ => "90d" };
        var command = new Command("topics", "List the topics, or audit them") { audit, share, silence };
        command.SetAction((parsed, cancellationToken) => TopicsCommand.Run(
            folders(parsed), parsed.GetValue(audit), parsed.GetValue(share), parsed.GetValue(silence)!, cancellationToken));
        return command;
    }
}
