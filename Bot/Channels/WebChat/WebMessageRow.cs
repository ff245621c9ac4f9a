using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Channels;

/// <summary>
/// One line of a visitor's chat. Lines are only added: an edit is a line of its own that names the line it replaces.
/// The numbers grow within a visitor in the order in which lines become visible, so "all after the last one I saw" misses none.
/// </summary>
internal sealed class WebMessageRow
{
    public required string Visitor { get; set; }

    /// <summary>The moment of writing in Unix milliseconds, or one more than the line before where that is not smaller.</summary>
    public long Seq { get; set; }

    public WebMessageKind Kind { get; set; }

    /// <summary>The line that an edit replaces; null otherwise.</summary>
    public long? Target { get; set; }

    /// <summary>JSON: what the visitor typed as a string, or a message.</summary>
    public required string Content { get; set; }

    /// <summary>The message's key, which one chat shows once; null for lines that may repeat.</summary>
    public string? Key { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal enum WebMessageKind
{
    /// <summary>By the visitor.</summary>
    Said,

    /// <summary>To the visitor.</summary>
    Told,
    Edit,
}

internal sealed class WebMessageRowConfiguration : IEntityTypeConfiguration<WebMessageRow>
{
    public void Configure(EntityTypeBuilder<WebMessageRow> builder)
    {
        builder.ToTable("web_messages");
        builder.HasKey(m => new { m.Visitor, m.Seq });
        builder.HasIndex(m => new { m.Visitor, m.Key }).IsUnique();
        builder.Property(m => m.Seq).ValueGeneratedNever();
    }
}
