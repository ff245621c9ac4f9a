using Bot.Sources;

namespace Bot.Commands;

/// <summary>One document that <c>read</c> was asked for.</summary>
internal abstract record ReadInput(string Name)
{
    /// <param name="Source">The source that it would belong to: the configured one with that location, or one made up for the reading.</param>
    internal sealed record Brought(string Name, SourceDefinition Source, Document Document) : ReadInput(Name);

    /// <summary>The newest edition of an e-paper.</summary>
    internal sealed record Edition(string Name, SourceDefinition Source, ReadResult Result) : ReadInput(Name);

    /// <param name="Why">What is wrong and what to do, in the terminal's language.</param>
    internal sealed record Missing(string Name, string Why) : ReadInput(Name);
}
