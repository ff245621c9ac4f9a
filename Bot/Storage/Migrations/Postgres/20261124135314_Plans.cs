using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Mode",
                table: "subscriptions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
                name: "ReadAt",
                table: "deliveries",
                type: "bigint",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
