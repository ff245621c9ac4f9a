namespace Bot.Tests.Infrastructure;

/// <summary>What happens on other threads is waited for, never slept for.</summary>
internal static class Eventually
{
    public static async Task Holds(Func<Task<bool>> condition, string what, CancellationToken cancellationToken, int seconds = 60)
    {
        var clock = TimeProvider.System;
        var end = clock.GetUtcNow().AddSeconds(seconds);
        while (!await condition())
        {
            Assert.True(clock.GetUtcNow() < end, $"It never came to be that {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
        }
    }

    public static Task Holds(Func<bool> condition, string what, CancellationToken cancellationToken, int seconds = 60) =>
        Holds(() => Task.FromResult(condition()), what, cancellationToken, seconds);
}
