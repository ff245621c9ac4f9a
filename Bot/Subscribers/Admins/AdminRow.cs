using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Subscribers;

/// <summary>A person who looks after the program, by the channel's own number for the person.</summary>
internal sealed class AdminRow
{
    public required string Channel { get; set; }

    /// <summary>The person; in a private chat it is the chat's address too.</summary>
    public required string Person { get; set; }

    public AdminRole Role { get; set; }

    /// <summary>Who made it one: <c>channel:person</c>, or <c>code</c> for the first.</summary>
    public required string AddedBy { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}

/// <summary>Each may do what those before it may.</summary>
internal enum AdminRole
{
    /// <summary>Sees: explains, tries, reads the audit.</summary>
    Viewer = 1,

    /// <summary>Changes topics.</summary>
    Editor = 2,

    /// <summary>Makes admins.</summary>
    Owner = 3,
}

internal sealed class AdminRowConfiguration : IEntityTypeConfiguration<AdminRow>
{
    public void Configure(EntityTypeBuilder<AdminRow> builder)
    {
        builder.ToTable("admins");
        builder.HasKey(a => new { a.Channel, a.Person });
    }
}
