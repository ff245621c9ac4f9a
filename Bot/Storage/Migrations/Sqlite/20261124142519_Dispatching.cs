using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Dispatching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_due",
                table: "deliveries");

            migrationBuilder.AddColumn<long>(
                name: "MergedInto",
                table: "deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "bulletins",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "paces",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Share = table.Column<double>(type: "REAL", nullable: false),
                    Ceiling = table.Column<double>(type: "REAL", nullable: false),
                    RefusedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paces", x => x.Channel);
                });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_free",
                table: "deliveries",
                columns: new[] { "Priority", "DueAt", "Id" },
                filter: "\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "paces");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_free",
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

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "bulletins");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_due",
                table: "deliveries",
                columns: new[] { "DueAt", "Id" },
                filter: "\"State\" = 0");
        }
    }
}
