using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Steps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBy",
                table: "bulletins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "fanouts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BulletinId = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Past = table.Column<long>(type: "INTEGER", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fanouts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_owed",
                table: "deliveries",
                columns: new[] { "ChatId", "Priority", "DueAt", "Id" },
                filter: "\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fanouts");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_owed",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "WithdrawnBy",
                table: "bulletins");
        }
    }
}
