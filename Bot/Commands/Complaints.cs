namespace Bot.Commands;

internal static class Complaints
{
    /// <summary>One reason a line, where errors go.</summary>
    public static async Task Print(IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
        {
            await Console.Error.WriteLineAsync(reason);
        }
    }
}
