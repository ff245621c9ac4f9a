using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Facts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind",
                table: "deliveries");

            migrationBuilder.AddColumn<int>(
                name: "RemindDays",
                table: "subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemindsSince",
                table: "subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "deliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "bulletins",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulletin_links",
                columns: table => new
                {
                    LaterId = table.Column<long>(type: "INTEGER", nullable: false),
                    EarlierId = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "document_standings",
                columns: table => new
                {
                    BulletinId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    BulletinId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Paragraph = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "model_answers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model_answers", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "model_days",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Shown = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Unanswered = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model_days", x => x.Day);
                });

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
                name: "IX_bulletin_links_EarlierId",
                table: "bulletin_links",
                column: "EarlierId");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulletin_links");

            migrationBuilder.DropTable(
                name: "document_standings");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "model_answers");

            migrationBuilder.DropTable(
                name: "model_days");

            migrationBuilder.DropIndex(
                name: "IX_subscriptions_reminders",
                table: "subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind_Subject",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "RemindDays",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "RemindsSince",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "bulletins");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_ChatId_StoryId_Kind",
                table: "deliveries",
                columns: new[] { "ChatId", "StoryId", "Kind" },
                unique: true);
        }
    }
}
