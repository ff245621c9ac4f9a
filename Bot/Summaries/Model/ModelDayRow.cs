using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Summaries.Model;

/// <summary>A UTC day's questions to the model, over all processes, and what came of them.</summary>
internal sealed class ModelDayRow
{
    /// <summary>Such as 2024-06-05.</summary>
    public DateOnly Day { get; set; }

    public int Asked { get; set; }

    public int Shown { get; set; }

    public int Refused { get; set; }

    public int Unanswered { get; set; }
}

internal sealed class ModelDayRowConfiguration : IEntityTypeConfiguration<ModelDayRow>
{
    public void Configure(EntityTypeBuilder<ModelDayRow> builder)
    {
        builder.ToTable("model_days");
        builder.HasKey(d => d.Day);
    }
}
