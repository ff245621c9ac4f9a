using System.CommandLine;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>The program's commands. Without a command it serves.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> _config = new("--config") { Description = "Folder of appsettings.json, sources.yaml and topics.yaml (default: config)", HelpName = "DIR", Recursive = true };
    private static readonly Option<string?> _data = new("--data") { Description = "Folder of everything that is written (default: data)", HelpName = "DIR", Recursive = true };

    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Faxun (法讯) watches legal and government bulletins and tells the people who asked, in their chat.");
        root.Options.Add(_config);
        root.Options.Add(_data);
        var urls = new Option<string?>("--urls") { Description = "Where the web chat listens (default: http://127.0.0.1:5080)", HelpName = "URL" };
        root.Options.Add(urls);
        root.SetAction((parsed, cancellationToken) => ServeCommand.Run(FoldersOf(parsed), parsed.GetValue(urls), cancellationToken));
        root.Subcommands.Add(Serve());
        root.Subcommands.Add(Read());
        root.Subcommands.Add(Sources());
        root.Subcommands.Add(Import());
        root.Subcommands.Add(Export());
        root.Subcommands.Add(Evaluate());
        root.Subcommands.Add(Deliveries());
        root.Subcommands.Add(Bulletins());
        root.Subcommands.Add(Health());
        root.Subcommands.Add(RuleCommands.Try(FoldersOf));
        root.Subcommands.Add(RuleCommands.Explain(FoldersOf));
        root.Subcommands.Add(RuleCommands.Topics(FoldersOf));
        return root.Parse(args).InvokeAsync();
    }

    private static readonly AsyncLocal<Language?> _spoken = new();

    private static readonly Language _ofTerminal = LanguageTags.Parse(
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } tag && tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en");

    /// <summary>The language of the terminal's user, as the environment says it.</summary>
    public static Language Language => _spoken.Value ?? _ofTerminal;

    /// <summary>For whom the commands of this flow speak, whatever the terminal's language is.</summary>
    public static void Speak(Language language) => _spoken.Value = language;

    private static Folders FoldersOf(ParseResult parsed) => Folders.Resolve(parsed.GetValue(_config), parsed.GetValue(_data));

    private static Command Serve()
    {
        var urls = new Option<string?>("--urls") { Description = "Where the web chat listens (default: http://127.0.0.1:5080)", HelpName = "URL" };
        var command = new Command("serve", "Watch the sources and serve the chats (the default)") { urls };
        command.SetAction((parsed, cancellationToken) => ServeCommand.Run(FoldersOf(parsed), parsed.GetValue(urls), cancellationToken));
        return command;
    }

    private static Command Read()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders or URLs", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a line and a document" };
        var command = new Command("read", "Print what the reader makes of files, folders or URLs; nothing is stored or sent") { paths, json };
        command.SetAction((parsed, cancellationToken) => ReadCommand.Run(FoldersOf(parsed), parsed.GetValue(paths)!, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static Command Sources()
    {
        var command = new Command("sources", "Say how each source fares");
        command.SetAction((parsed, cancellationToken) => SourcesCommand.Run(FoldersOf(parsed), cancellationToken));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "A list of feeds in OPML" };
        var unchecked_ = new Option<bool>("--unchecked") { Description = "Don't read each feed once to see whether it answers" };
        var command = new Command("import", "Add the feeds of an OPML file to sources.yaml") { file, unchecked_ };
        command.SetAction((parsed, cancellationToken) => ImportCommand.Run(FoldersOf(parsed), parsed.GetValue(file)!, !parsed.GetValue(unchecked_), cancellationToken));
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write it; - for the terminal" };
        var command = new Command("export", "Write the feeds of sources.yaml as OPML, for other programs") { file };
        command.SetAction((parsed, cancellationToken) => ExportCommand.Run(FoldersOf(parsed), parsed.GetValue(file)!, cancellationToken));
        return command;
    }

    private static Command Evaluate()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Pages (.txt, .pdf), each with what is expected of it beside it (.expected.json); and labelled bulletins (other .json files)" };
        var command = new Command("evaluate", "Score the page readers on pages whose articles are known, and facts and summaries on labelled bulletins") { folder };
        command.SetAction((parsed, cancellationToken) => EvaluateCommand.Run(FoldersOf(parsed), parsed.GetValue(folder)!, cancellationToken));
        return command;
    }

    private static Command Deliveries()
    {
        var bulletin = new Option<long?>("--bulletin") { Description = "What became of this bulletin, for each chat", HelpName = "ID" };
        var chat = new Option<string?>("--chat") { Description = "What became of this chat's deliveries; its number, or channel:address", HelpName = "ID" };
        var stuck = new Option<bool>("--stuck") { Description = "What is due and has not left" };
        var command = new Command("deliveries", "Print what was owed to whom, when it was sent, or why not") { bulletin, chat, stuck };
        command.SetAction((parsed, cancellationToken) => DeliveriesCommand.Run(
            FoldersOf(parsed), parsed.GetValue(bulletin), parsed.GetValue(chat), parsed.GetValue(stuck), cancellationToken));
        return command;
    }

    private static Command Bulletins()
    {
        var delete = new Option<long[]>("--delete") { Description = "Delete these for good: they never come back", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var command = new Command("bulletins", "Print the newest bulletins with their numbers, or delete some") { delete };
        command.SetAction((parsed, cancellationToken) => BulletinsCommand.Run(FoldersOf(parsed), parsed.GetValue(delete) ?? [], cancellationToken));
        return command;
    }

    private static Command Health()
    {
        var url = new Option<string>("--url") { Description = "The address to ask", DefaultValueFactory = _ => "http://127.0.0.1:5080/healthz" };
        var command = new Command("health", "Ask a running program whether it is well (for the container's health check)") { url };
        command.SetAction((parsed, cancellationToken) => HealthCommand.Run(parsed.GetValue(url)!, cancellationToken));
        return command;
    }
}
