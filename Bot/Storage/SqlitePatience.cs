using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Bot.Storage;

/// <summary>
/// How a connection waits for the one writer: it asks again every millisecond, while SQLite's own waiting asks less and less often and so
/// misses the gaps between the short transactions of a busy writer.
/// </summary>
internal static class SqlitePatience
{
    /// <summary>So often each millisecond, then each ten: 15 seconds in all.</summary>
    private const int Often = 1000, Most = Often + 1400;

    private static readonly AsksAgain _asksAgain = static (_, times) =>
    {
        Volatile.Write(ref _askedAt, TimeProvider.System.GetTimestamp());
        _ = Sleep(times < Often ? 1 : 10);
        return times < Most ? 1 : 0;
    };

    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(2.5);

    private static long _askedAt;

    private static readonly IntPtr _asksAgainAt = Marshal.GetFunctionPointerForDelegate(_asksAgain);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int AsksAgain(IntPtr context, int times);

    /// <summary>Whether somebody in this process asked a moment ago and may not have got his turn yet.</summary>
    public static bool IsAnyoneWaiting => TimeProvider.System.GetElapsedTime(Volatile.Read(ref _askedAt)) < _moment;

    public static void Have(SqliteConnection connection)
    {
        if (connection.Handle is { } handle)
        {
            _ = SetBusyHandler(handle.DangerousGetHandle(), _asksAgainAt, IntPtr.Zero);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_busy_handler", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int SetBusyHandler(IntPtr database, IntPtr handler, IntPtr context);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_sleep", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Sleep(int milliseconds);
}
