using System.Reflection;

namespace Bot.Tests.Architecture;

/// <summary>A folder of <c>Bot/</c> uses folders above it, never one below (see the README's map).</summary>
public sealed class FolderOrderTests
{
    /// <summary>From the top of the flow to its end.</summary>
    private static readonly string[] _order =
    [
        "Texts", "Storage", "Sources", "Bulletins", "Topics", "Summaries", "Subscribers",
        "Deliveries", "Conversation", "Channels", "Admin", "Pipeline", "Commands",
    ];

    public static TheoryData<string> Folders => [.. _order];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_folders_above_it(string folder)
    {
        var below = _order[(Array.IndexOf(_order, folder) + 1)..].Select(f => $"Bot.{f}").ToArray();
        var used = References.Of(Assembly.Load("Bot"), $"Bot.{folder}");
        Assert.DoesNotContain(used, u => below.Any(b => u.To == b || u.To.StartsWith(b + '.', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Telegram.Bot", "Channels")]
    [InlineData("Quartz", "Pipeline")]
    [InlineData("System.Net.Http", "Sources,Channels,Summaries")]
    public void A_library_stays_home(string library, string homes)
    {
        var away = _order.Except(homes.Split(','))
            .SelectMany(folder => References.Of(Assembly.Load("Bot"), $"Bot.{folder}"))
            .Where(u => u.To == library || u.To.StartsWith(library + '.', StringComparison.Ordinal));
        Assert.Empty(away);
    }
}
