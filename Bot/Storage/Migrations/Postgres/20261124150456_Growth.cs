using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Bot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Growth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_due",
                table: "deliveries");

            migrationBuilder.AddColumn<string>(
                name: "Limits",
                table: "subscriptions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Mode",
                table: "subscriptions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RemindDays",
                table: "subscriptions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemindsSince",
                table: "subscriptions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Location",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "matches",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "Digest",
                table: "deliveries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DigestId",
                table: "deliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedInto",
                table: "deliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "deliveries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReadAt",
                table: "deliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "deliveries",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "DigestDay",
                table: "chats",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DigestMinute",
                table: "chats",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HushFrom",
                table: "chats",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HushUntil",
                table: "chats",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Length",
                table: "chats",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "QuietDaysOff",
                table: "chats",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "QuietFrom",
                table: "chats",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "QuietHoldsUrgent",
                table: "chats",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "QuietTo",
                table: "chats",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "bulletins",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "admins",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Person = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    AddedBy = table.Column<string>(type: "text", nullable: false),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admins", x => new { x.Channel, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Who = table.Column<string>(type: "text", nullable: false),
                    Act = table.Column<string>(type: "text", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_links",
                columns: table => new
                {
                    LaterId = table.Column<long>(type: "bigint", nullable: false),
                    EarlierId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletin_links", x => new { x.LaterId, x.EarlierId });
                    table.ForeignKey(
                        name: "FK_bulletin_links_bulletins_EarlierId",
                        column: x => x.EarlierId,
                        principalTable: "bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bulletin_links_bulletins_LaterId",
                        column: x => x.LaterId,
                        principalTable: "bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "closed_topics",
                columns: table => new
                {
                    TopicId = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_topics", x => x.TopicId);
                });

            migrationBuilder.CreateTable(
                name: "deleted_bulletins",
                columns: table => new
                {
                    SourceId = table.Column<string>(type: "text", nullable: false),
                    EntryKey = table.Column<string>(type: "text", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    DeletedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deleted_bulletins", x => new { x.SourceId, x.EntryKey });
                });

            migrationBuilder.CreateTable(
                name: "document_standings",
                columns: table => new
                {
                    BulletinId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_standings", x => x.BulletinId);
                    table.ForeignKey(
                        name: "FK_document_standings_bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    BulletinId = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Paragraph = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<int>(type: "integer", nullable: false),
                    Length = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts", x => new { x.BulletinId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_facts_bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "model_answers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: true),
                    Refusal = table.Column<string>(type: "text", nullable: true),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model_answers", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "model_days",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    Shown = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Unanswered = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model_days", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Text = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "paces",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Share = table.Column<double>(type: "double precision", nullable: false),
                    Ceiling = table.Column<double>(type: "double precision", nullable: false),
                    RefusedAt = table.Column<long>(type: "bigint", nullable: false),
                    PausedUntil = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paces", x => x.Channel);
                });

            migrationBuilder.CreateTable(
                name: "robots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Url = table.Column<string>(type: "text", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: true),
                    ChatId = table.Column<long>(type: "bigint", nullable: false),
                    FromSettings = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_robots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_robots_chats_ChatId",
                        column: x => x.ChatId,
                        principalTable: "chats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "topic_invites",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false),
                    TopicId = table.Column<string>(type: "text", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topic_invites", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "topic_marks",
                columns: table => new
                {
                    TopicId = table.Column<string>(type: "text", nullable: false),
                    BulletinId = table.Column<long>(type: "bigint", nullable: false),
                    IsWanted = table.Column<bool>(type: "boolean", nullable: false),
                    Who = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topic_marks", x => new { x.TopicId, x.BulletinId });
                });

            migrationBuilder.CreateTable(
                name: "topic_members",
                columns: table => new
                {
                    TopicId = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    IsNamed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topic_members", x => new { x.TopicId, x.Channel, x.Address });
                });

            migrationBuilder.CreateTable(
                name: "topic_versions",
                columns: table => new
                {
                    TopicId = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Who = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    Origin = table.Column<int>(type: "integer", nullable: false),
                    IsOff = table.Column<bool>(type: "boolean", nullable: false),
                    Definition = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topic_versions", x => new { x.TopicId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "watches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ChatId = table.Column<long>(type: "bigint", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_watches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_watches_chats_ChatId",
                        column: x => x.ChatId,
                        principalTable: "chats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_limited",
                table: "subscriptions",
                column: "TopicId",
                filter: "\"Limits\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_reminders",
                table: "subscriptions",
                columns: new[] { "RemindDays", "TopicId" },
                filter: "\"RemindDays\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind_Subject",
                table: "deliveries",
                columns: new[] { "ChatId", "StoryId", "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_DigestId",
                table: "deliveries",
                column: "DigestId",
                filter: "\"DigestId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_free",
                table: "deliveries",
                columns: new[] { "Priority", "DueAt", "Id" },
                filter: "\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_gathered",
                table: "deliveries",
                columns: new[] { "Digest", "ChatId" },
                filter: "\"State\" = 6 AND \"DigestId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_leased",
                table: "deliveries",
                column: "LeaseOwner",
                filter: "\"LeaseOwner\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_merged",
                table: "deliveries",
                column: "MergedInto",
                filter: "\"MergedInto\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_suppressed",
                table: "deliveries",
                column: "ChatId",
                filter: "\"State\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_chats_HushUntil",
                table: "chats",
                column: "HushUntil");

            migrationBuilder.CreateIndex(
                name: "IX_chats_TimeZone_DigestMinute_DigestDay",
                table: "chats",
                columns: new[] { "TimeZone", "DigestMinute", "DigestDay" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_At",
                table: "audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_bulletin_links_EarlierId",
                table: "bulletin_links",
                column: "EarlierId");

            migrationBuilder.CreateIndex(
                name: "IX_deleted_bulletins_SourceId_Fingerprint",
                table: "deleted_bulletins",
                columns: new[] { "SourceId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_document_standings_Name",
                table: "document_standings",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_facts_Date",
                table: "facts",
                column: "Date",
                filter: "\"Date\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_model_answers_AskedAt",
                table: "model_answers",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_robots_ChatId",
                table: "robots",
                column: "ChatId");

            migrationBuilder.CreateIndex(
                name: "IX_robots_Kind_Name",
                table: "robots",
                columns: new[] { "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_watches_ChatId",
                table: "watches",
                column: "ChatId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "admins");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "bulletin_links");

            migrationBuilder.DropTable(
                name: "closed_topics");

            migrationBuilder.DropTable(
                name: "deleted_bulletins");

            migrationBuilder.DropTable(
                name: "document_standings");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "model_answers");

            migrationBuilder.DropTable(
                name: "model_days");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "paces");

            migrationBuilder.DropTable(
                name: "robots");

            migrationBuilder.DropTable(
                name: "topic_invites");

            migrationBuilder.DropTable(
                name: "topic_marks");

            migrationBuilder.DropTable(
                name: "topic_members");

            migrationBuilder.DropTable(
                name: "topic_versions");

            migrationBuilder.DropTable(
                name: "watches");

            migrationBuilder.DropIndex(
                name: "IX_subscriptions_limited",
                table: "subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_subscriptions_reminders",
                table: "subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind_Subject",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_DigestId",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_free",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_gathered",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_leased",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_merged",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_suppressed",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_chats_HushUntil",
                table: "chats");

            migrationBuilder.DropIndex(
                name: "IX_chats_TimeZone_DigestMinute_DigestDay",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "Limits",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "Mode",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "RemindDays",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "RemindsSince",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "Location",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "ReadAt",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "DigestDay",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "DigestMinute",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "HushFrom",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "HushUntil",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "Length",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "QuietDaysOff",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "QuietFrom",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "QuietHoldsUrgent",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "QuietTo",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "bulletins");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind",
                table: "deliveries",
                columns: new[] { "ChatId", "StoryId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_due",
                table: "deliveries",
                columns: new[] { "DueAt", "Id" },
                filter: "\"State\" = 0");
        }
    }
}
