using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Which database: <c>Sqlite</c> (default: one process, no server) or <c>Postgres</c> (several processes).</summary>
    [EnumDataType(typeof(StorageProvider))]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>How to reach the database. SQLite without one uses <c>faxun.db</c> in the data folder; PostgreSQL needs one.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of everything the program writes. Default <c>data</c> below the working folder.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";
}

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
