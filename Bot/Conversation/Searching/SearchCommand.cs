using System.Text;
using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>Looks for words in everything that was published. Whatever is typed without a slash is taken as such words.</summary>
internal sealed class SearchCommand(SearchIndex index, BulletinShelf shelf, BulletinList list) : ICommand, ITap
{
    private const int LongestQuery = 200;

    public string Name => "search";

    public IReadOnlyList<string> Aliases => ["搜索", "查找"];

    public int? MenuRank => 3;

    public string Verb => "search";

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken) =>
        argument.Length == 0
            ? Reply.With(Message.Plain(turn.Say("search.how")))
            : Reply.With(await Compose(turn, argument, 0, cancellationToken));

    /// <summary><c>search:page:words</c>.</summary>
    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        action.Number(0) is <= 10_000 and var page && action.Rest(1) is { Length: > 0 } words
            ? new Reply([], await Compose(turn, words, (int)page, cancellationToken))
            : new Reply([], Notice: turn.Say("stale"));

    private async Task<Message> Compose(Turn turn, string words, int page, CancellationToken cancellationToken)
    {
        if (words.Length > LongestQuery || SearchQuery.Read(words) is not { } query)
        {
            return Message.Plain(turn.Say("search.how"));
        }

        var (ids, total) = await index.Search(query, page * BulletinList.PageSize, BulletinList.PageSize, cancellationToken);
        if (total == 0)
        {
            return new Draft()
                .Text(turn.Say("search.none", Quoted(turn, words)))
                .Row(Watch(turn, query, words))
                .Row(new Button(turn.Say("search.latest"), TapAction.Of("run", "latest")), new Button(turn.Say("search.topics"), TapAction.Of("run", "topics")))
                .Done();
        }

        var found = await shelf.Find(ids, cancellationToken);
        var draft = new Draft().Bold(turn.Say("search.title", Quoted(turn, words), total));
        await list.Add(turn, draft, found, page * BulletinList.PageSize, query.Typed, cancellationToken);
        return draft.Row(Paging(turn, words, page, total)).Row(Watch(turn, query, words)).Done();
    }

    /// <summary>Words that have quotes of their own get no second ones.</summary>
    private static string Quoted(Turn turn, string words) => words.AsSpan().IndexOfAny("\"“”「」") >= 0 ? words : turn.Say("quoted", words);

    /// <summary>What was looked for may be watched from now on: all the words must be there. Words that would mean something else in a rule are not offered.</summary>
    private static IEnumerable<Button> Watch(Turn turn, SearchQuery query, string words)
    {
        var rule = string.Join(" AND ", query.Typed);
        if (query.Typed.Count > 0 && words.All(c => char.IsLetterOrDigit(c) || c is ' ' or '\u3000') && Encoding.UTF8.GetByteCount(rule) <= TapAction.MostBytes - "run:watch:".Length)
        {
            yield return new Button(turn.Say("search.watch", words), TapAction.Of("run", "watch", rule));
        }
    }

    private static IEnumerable<Button> Paging(Turn turn, string words, int page, int total)
    {
        var pages = (total + BulletinList.PageSize - 1) / BulletinList.PageSize;

        // Longer words do not fit a button; who wants more can narrow them.
        if (Encoding.UTF8.GetByteCount(words) > TapAction.MostBytes - "search:10000:".Length)
        {
            yield break;
        }

        if (page > 0)
        {
            yield return new Button(turn.Say("page.back"), TapAction.Of("search", page - 1, words));
        }

        if (page < pages - 1)
        {
            yield return new Button(turn.Say("page.next", page + 2, pages), TapAction.Of("search", page + 1, words));
        }
    }
}
