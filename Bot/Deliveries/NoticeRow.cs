using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Deliveries;

/// <summary>Something that admins are told once. What is owed for it are deliveries of the kind <see cref="DeliveryKind.Notice"/>.</summary>
internal sealed class NoticeRow
{
    public long Id { get; set; }

    /// <summary>As <see cref="Sources.Said.Stored"/> writes it; each admin reads it in his own language.</summary>
    public required string Text { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class NoticeRowConfiguration : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder) => builder.ToTable("notices");
}
