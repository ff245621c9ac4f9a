namespace Bot.Subscribers;

/// <summary>The setting <c>Admins</c>: a list, each <c>channel:person</c>, such as <c>telegram:7001</c>. They are owners, whatever the database says. Default none.</summary>
internal sealed class AdminsOptions
{
    public const string Section = "Admins";

    public IReadOnlyList<string> Named { get; set; } = [];
}
