using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>The lines of a visitor's chat as they are written, from any line on: a page that lost its connection asks for what came after the last one it has.</summary>
internal sealed class WebChatStream(WebChatLog log, WebChatSignals signals, IOptions<WebChatOptions> options, TimeProvider clock, IHostApplicationLifetime life)
{
    private const int Batch = 100;

    public async IAsyncEnumerable<SseItem<WebLine?>> From(string visitor, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
        var lastWord = clock.GetTimestamp();
        yield return new SseItem<WebLine?>(null, "alive");
        while (!ending.IsCancellationRequested)
        {
            var next = signals.Next(visitor);
            var rows = await log.After(visitor, after, Batch, cancellationToken);
            foreach (var row in rows)
            {
                after = row.Seq;
                yield return new SseItem<WebLine?>(WebLine.Of(row), "line") { EventId = row.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            }

            if (rows.Count > 0)
            {
                lastWord = clock.GetTimestamp();
                continue;
            }

            if (clock.GetElapsedTime(lastWord) >= options.Value.Heartbeat)
            {
                lastWord = clock.GetTimestamp();
                yield return new SseItem<WebLine?>(null, "alive");
            }

            await Task.WhenAny(next, Task.Delay(options.Value.LookEvery, clock, ending.Token));
        }
    }
}
