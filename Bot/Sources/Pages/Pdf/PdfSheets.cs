using System.Diagnostics;
using System.Globalization;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// The sheets of a file, one after the other, out of a process of its own (<see cref="PdfExtraction"/>): that can really be ended. One
/// process reads the whole file; after a sheet that ended it, another goes on behind that sheet.
/// </summary>
internal sealed class PdfSheets(ReadOnlyMemory<byte> file, PdfOptions limits) : IDisposable
{
    private static readonly (string File, string[] Before) _program = OwnProgram.Find();

    private Process? _process;
    private BinaryReader? _answers;

    /// <summary>The process that reads at the moment; null where none does.</summary>
    public int? ProcessId => _process?.Id;

    /// <returns>How many sheets there are, or why there is nothing to read.</returns>
    /// <exception cref="OperationCanceledException">It took too long. The process is gone.</exception>
    public PdfAnswer Open(CancellationToken until) => Open(1, until);

    /// <param name="number">From 1, one more at each call.</param>
    /// <exception cref="OperationCanceledException">It took too long. The process is gone.</exception>
    public PdfAnswer Read(int number, CancellationToken until) =>
        _process is null && Open(number, until) is PdfAnswer.Lost lost ? lost : Next(until);

    public void Dispose() => End();

    private PdfAnswer Open(int firstSheet, CancellationToken until)
    {
        var start = new ProcessStartInfo(_program.File, [.. _program.Before, PdfExtraction.Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var memory = Math.Min(limits.MemoryLimit, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        // Neither sockets nor dumps are left behind by a process that is ended or falls.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _process = Process.Start(start)!;
        // What it says when it falls is of no use, but it must not wait to be heard.
        _process.BeginErrorReadLine();
        _answers = new(new BufferedStream(_process.StandardOutput.BaseStream, 64 * 1024));
        return Within(
            () =>
            {
                // Left open: the process ends when this end does.
                new PdfOrder(file, firstSheet, limits.MostSheets, limits.MostGlyphs, limits.LargestStream).Write(new(_process.StandardInput.BaseStream));
                return PdfAnswer.Read(_answers);
            },
            until);
    }

    private PdfAnswer Next(CancellationToken until) => Within(() => PdfAnswer.Read(_answers!), until);

    private PdfAnswer Within(Func<PdfAnswer> exchange, CancellationToken until)
    {
        PdfAnswer? answer = null;
        using (until.UnsafeRegister(static process => ((Process)process!).Kill(), _process))
        {
            try
            {
                answer = exchange();
            }
            catch (IOException)
            {
                // It ended amid the exchange: by our hand, or because the file felled it.
            }
        }

        if (answer is null || until.IsCancellationRequested)
            End();
        until.ThrowIfCancellationRequested();
        return answer ?? new PdfAnswer.Lost(PdfFault.Damaged);
    }

    private void End()
    {
        if (_process is null)
            return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
        _answers = null;
    }
}
