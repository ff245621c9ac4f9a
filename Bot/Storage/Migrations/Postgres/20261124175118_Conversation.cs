using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Conversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LastEdition",
                table: "sources",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Parts",
                table: "deliveries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Returns",
                table: "chats",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "chats",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "bulletins",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept_sources",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Yaml = table.Column<string>(type: "text", nullable: false),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_sources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_updates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    HandledAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_updates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_updates_ReceivedAt",
                table: "telegram_updates",
                column: "ReceivedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_sources");

            migrationBuilder.DropTable(
                name: "telegram_updates");

            migrationBuilder.DropColumn(
                name: "LastEdition",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "Parts",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Returns",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "chats");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "bulletins");
        }
    }
}
