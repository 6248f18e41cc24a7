using System.Net.Http.Json;
using Notifieringar.Bench.Machines;
using Notifieringar.Records.Imports;

namespace Notifieringar.Bench.Importing;

/// <summary>One import through the function process, from the list's arrival to its report.</summary>
/// <param name="Took">The time that passed.</param>
/// <param name="Processor">What the function process worked.</param>
internal sealed record ImportRun(TimeSpan Took, TimeSpan Processor)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="BenchFailedException">The list was not imported, or not all of it.</exception>
    public static async Task<ImportRun> OfAsync(BenchMachine machine, byte[] list, CancellationToken cancellation)
    {
        var before = machine.Process.Processor;
        var started = TimeProvider.System.GetTimestamp();
        using var content = new ByteArrayContent(list);
        using var posted = await machine.Http.PostAsync(new Uri($"import/{BenchMachine.Unit}", UriKind.Relative), content, cancellation);
        await BenchMachine.CheckAsync(posted, cancellation);
        var import = (await posted.Content.ReadFromJsonAsync<ImportReference>(cancellation))!;
        var address = $"imports/{import.Unit}/{import.Import}";
        ImportReport report;
        while ((report = await machine.GetAsync<ImportReport>(address, cancellation)).State is not ("done" or "refused"))
        {
            if (report.State == "blocked")
            {
                await ConfirmAsync(machine, address, cancellation);
            }

            await Task.Delay(Pause, cancellation);
        }

        var took = TimeProvider.System.GetElapsedTime(started);
        if (report.State != "done" || report.Rejected > 0)
        {
            throw new BenchFailedException($"The import is {report.State}, and {report.Rejected} rows were refused.");
        }

        var run = new ImportRun(took, machine.Process.Processor - before);
        await machine.DrainAsync(cancellation); // visits are planned after it
        return run;
    }

    // Many more families than yesterday look unlikely.
    private static async Task ConfirmAsync(BenchMachine machine, string address, CancellationToken cancellation)
    {
        using var confirmed = await machine.Http.PostAsJsonAsync(new Uri($"{address}/confirm", UriKind.Relative), new { by = "anna" }, cancellation);
        await BenchMachine.CheckAsync(confirmed, cancellation);
    }
}
