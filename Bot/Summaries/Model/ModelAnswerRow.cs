using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Summaries.Model;

/// <summary>What a model said about a text in a language, kept so that nothing is asked twice. Refusals are kept too.</summary>
internal sealed class ModelAnswerRow
{
    /// <summary>Over the text, the language, the limits and the model (see <see cref="AnswerKey"/>).</summary>
    public required string Key { get; set; }

    /// <summary>The summary; null where the answer was refused.</summary>
    public string? Text { get; set; }

    /// <summary>Why it was refused; null where it is shown.</summary>
    public string? Refusal { get; set; }

    public DateTimeOffset AskedAt { get; set; }
}

internal sealed class ModelAnswerRowConfiguration : IEntityTypeConfiguration<ModelAnswerRow>
{
    public void Configure(EntityTypeBuilder<ModelAnswerRow> builder)
    {
        builder.ToTable("model_answers");
        builder.HasKey(a => a.Key);
        builder.HasIndex(a => a.AskedAt);
    }
}
