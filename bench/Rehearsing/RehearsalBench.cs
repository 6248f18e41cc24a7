using System.Globalization;
using Notifieringar.Planning.Rehearsal;

namespace Notifieringar.Bench.Rehearsing;

/// <summary>How long sixty days of a large unit take to rehearse, without reading storage.</summary>
internal sealed class RehearsalBench : IBench
{
    private const int Rounds = 3;

    public string Name => "rehearsal";

    public string Summary => "sixty days of 10,000 households; --households N, --days N";

    public int Run(IReadOnlyList<string> arguments)
    {
        var households = Number(arguments, "--households", 10_000);
        var days = Number(arguments, "--days", 60);
        var input = InventedUnit.Of(households, days);
        Console.WriteLine("households  days  visits  without a slot     said  not said      ms");
        for (var round = 0; round < Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var outcome = Planning.Rehearsal.Rehearsing.Of(input);
            var elapsed = TimeProvider.System.GetElapsedTime(start);
            var said = outcome.Notices.Count(notice => notice.Fate == RehearsedFate.Said);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{households,10}{days,6}{outcome.Visits,8}{outcome.WithoutSlot,16}{said,9}{outcome.Notices.Length - said,10}{elapsed.TotalMilliseconds,8:0}"));
        }

        return 0;
    }

    private static int Number(IReadOnlyList<string> arguments, string name, int otherwise)
    {
        for (var index = 0; index + 1 < arguments.Count; index++)
        {
            if (arguments[index] == name && int.TryParse(arguments[index + 1], CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                return number;
            }
        }

        return otherwise;
    }
}
