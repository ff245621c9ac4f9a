using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Deliveries;

/// <summary>A bulletin of which not everyone is owed yet who is to be: so many follow its topics that it goes on in steps (see <see cref="FanOutDesk"/>).</summary>
internal sealed class FanOutRow
{
    public long Id { get; set; }

    public long BulletinId { get; set; }

    public long StoryId { get; set; }

    /// <summary>The chats up to this number are owed; 0 at the beginning.</summary>
    public long Past { get; set; }

    /// <summary>The topics whose followers it is for, one a line.</summary>
    public required string Topics { get; set; }
}

internal sealed class FanOutRowConfiguration : IEntityTypeConfiguration<FanOutRow>
{
    public void Configure(EntityTypeBuilder<FanOutRow> builder) => builder.ToTable("fanouts");
}
