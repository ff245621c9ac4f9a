namespace Bot.Sources;

/// <summary>One person of a by-line.</summary>
/// <param name="Role">As printed, such as <c>记者</c>, <c>通讯员</c>, <c>实习生</c>; null where none is printed.</param>
internal sealed record Contributor(string? Role, string Name);
