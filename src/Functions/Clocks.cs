using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Functions;

/// <summary>Chooses the clock that decides what is due. Leases, retries and signatures run on <see cref="TimeProvider"/>, which is always real.</summary>
internal static class Clocks
{
    /// <summary>Names a file that holds one instant; set only by LocalHost for a process it started.</summary>
    public const string FileSetting = "NOTIFIERINGAR_CLOCK_FILE";

    public static IClock From(IConfiguration configuration) =>
        configuration[FileSetting] is { Length: > 0 } file ? new FileClock(file) : Real;

#pragma warning disable RS0030 // the one place that chooses the clock
    private static SystemClock Real => SystemClock.Instance;
#pragma warning restore RS0030

    private sealed class FileClock(string file) : IClock
    {
        public Instant GetCurrentInstant() => InstantPattern.ExtendedIso.Parse(File.ReadAllText(file).Trim()).GetValueOrThrow();
    }
}
