using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Proof : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OwedAt",
                table: "matches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ActiveSince",
                table: "chats",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_matches_OwedAt",
                table: "matches",
                column: "OwedAt",
                filter: "\"OwedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_matches_OwedAt",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "OwedAt",
                table: "matches");

            migrationBuilder.DropColumn(
                name: "ActiveSince",
                table: "chats");
        }
    }
}
