using System.Collections.Concurrent;
using System.Net;
using Notifieringar.Model;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Silences households while the campaign runs, as staff would, and remembers when each was taken.</summary>
internal sealed class SilencedHouseholds(StormHttp http, FaultOptions options, IReadOnlyList<(PersonId Person, ChildId Child)> people)
{
    private static readonly string[] Kinds = ["protected", "opted-out", "moved", "deceased", "child-deceased", "custody-lost"];
    private readonly ConcurrentDictionary<PersonId, DateTimeOffset> _taken = [];

    /// <summary>When the system said that it had it.</summary>
    public IReadOnlyDictionary<PersonId, DateTimeOffset> Taken => _taken;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var random = new Random(options.Seed + 7);
        foreach (var (person, child) in people)
        {
            var kind = Kinds[random.Next(Kinds.Length)];

            // Staff presses the button again while the page says that it did not work.
            var order = new { person = person.Value, kind, child = kind == "child-deceased" ? child.Value : null };
            Assert.Equal(HttpStatusCode.Accepted, await http.PostAsync($"silences/{FaultCampaign.Unit}", order, cancellation));
            _taken[person] = TimeProvider.System.GetUtcNow();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(600)), cancellation);
        }
    }
}
