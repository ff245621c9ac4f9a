using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Bot.Storage.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "fanouts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BulletinId = table.Column<long>(type: "bigint", nullable: false),
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Past = table.Column<long>(type: "bigint", nullable: false),
                    Topics = table.Column<string>(type: "text", nullable: false)
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
