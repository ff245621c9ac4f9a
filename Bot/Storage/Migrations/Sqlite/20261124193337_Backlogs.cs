using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Backlogs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_deliveries_owed",
                table: "deliveries",
                columns: new[] { "ChatId", "Priority", "DueAt", "Id" },
                filter: "\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_owed",
                table: "deliveries");
        }
    }
}
