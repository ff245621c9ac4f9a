namespace Bot.Commands;

internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Something that was asked for did not work.</summary>
    public const int Failed = 1;

    /// <summary>The settings or the call are wrong; nothing was started.</summary>
    public const int Refused = 2;
}
