using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LastEdition",
                table: "sources",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "bulletins",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LastEdition",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "bulletins");
        }
    }
}
