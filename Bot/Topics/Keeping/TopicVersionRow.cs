using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Topics;

/// <summary>A topic as it was from one change to the next. Rows are only added; the last one of a topic is what it is now.</summary>
internal sealed class TopicVersionRow
{
    public required string TopicId { get; set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary><c>channel:person</c>, or the file's name.</summary>
    public required string Who { get; set; }

    public required string Why { get; set; }

    public TopicOrigin Origin { get; set; }

    /// <summary>Off: kept, but it matches nothing.</summary>
    public bool IsOff { get; set; }

    /// <summary>The topic as JSON.</summary>
    public required string Definition { get; set; }
}

internal enum TopicOrigin
{
    /// <summary>Changed in <c>topics.yaml</c> only.</summary>
    File,

    /// <summary>Changed by admins in their chats.</summary>
    Chat,
}

internal sealed class TopicVersionRowConfiguration : IEntityTypeConfiguration<TopicVersionRow>
{
    public void Configure(EntityTypeBuilder<TopicVersionRow> builder)
    {
        builder.ToTable("topic_versions");
        builder.HasKey(v => new { v.TopicId, v.Number });
    }
}
