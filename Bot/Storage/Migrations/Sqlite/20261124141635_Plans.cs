using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Limits",
                table: "subscriptions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Mode",
                table: "subscriptions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Digest",
                table: "deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DigestId",
                table: "deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReadAt",
                table: "deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DigestDay",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DigestMinute",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HushFrom",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HushUntil",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Length",
                table: "chats",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "QuietDaysOff",
                table: "chats",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "QuietFrom",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "QuietHoldsUrgent",
                table: "chats",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "QuietTo",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "robots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: true),
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromSettings = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_limited",
                table: "subscriptions",
                column: "TopicId",
                filter: "\"Limits\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_DigestId",
                table: "deliveries",
                column: "DigestId",
                filter: "\"DigestId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_gathered",
                table: "deliveries",
                columns: new[] { "Digest", "ChatId" },
                filter: "\"State\" = 6 AND \"DigestId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_chats_HushUntil",
                table: "chats",
                column: "HushUntil");

            migrationBuilder.CreateIndex(
                name: "IX_chats_TimeZone_DigestMinute_DigestDay",
                table: "chats",
                columns: new[] { "TimeZone", "DigestMinute", "DigestDay" });

            migrationBuilder.CreateIndex(
                name: "IX_robots_ChatId",
                table: "robots",
                column: "ChatId");

            migrationBuilder.CreateIndex(
                name: "IX_robots_Kind_Name",
                table: "robots",
                columns: new[] { "Kind", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "robots");

            migrationBuilder.DropIndex(
                name: "IX_subscriptions_limited",
                table: "subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_DigestId",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_gathered",
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
                name: "Digest",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "ReadAt",
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
        }
    }
}
