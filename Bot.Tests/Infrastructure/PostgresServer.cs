using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.Infrastructure;

/// <summary>A PostgreSQL of the tests' own on a free port, started when the first test asks for it. Where none is installed, those tests are skipped and say so.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"faxun-pg-{Guid.NewGuid():N}");
    private readonly SemaphoreSlim _starting = new(1, 1);
    private string? _binaries;
    private int _port;
    private int _databases;

    /// <summary>The way to a database that nobody else uses; it is not made yet.</summary>
    public async Task<string> NewDatabase(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            _binaries ??= await Start(Needs.PostgresBinaries(), cancellationToken);
        }
        finally
        {
            _starting.Release();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"faxun_{Interlocked.Increment(ref _databases)}");
        return $"Host=127.0.0.1;Port={_port};Username=faxun;Database={name};Maximum Pool Size=20";
    }

    public async ValueTask DisposeAsync()
    {
        if (_binaries is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await Run("pg_ctl", ["stop", "-s", "-D", _folder, "-m", "immediate", "-w"], CancellationToken.None);
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
    }

    private async Task<string> Start(string binaries, CancellationToken cancellationToken)
    {
        _binaries = binaries;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        await Run("initdb", ["-D", _folder, "-U", "faxun", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], cancellationToken);
        await Run(
            "pg_ctl",
            ["start", "-s", "-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=500"],
            cancellationToken);
        return binaries;
    }

    /// <summary>PostgreSQL does not run as root; root lends it the user that its package made.</summary>
    private async Task Run(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_binaries!, program);
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        // The server keeps what it inherits open, so nothing of ours may be among it.
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = program == "initdb";
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
        {
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
        }

        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }
}

[CollectionDefinition("postgres")]
public sealed class SharesPostgres : ICollectionFixture<PostgresServer>;
