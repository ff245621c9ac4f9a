namespace Bot.Sources.Fetching;

/// <summary>A host's addresses may all not be connected to. Thrown out of the middle of connecting, where no value can be returned.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"No address of {host} may be connected to.")
{
    public string Host { get; } = host;
}
