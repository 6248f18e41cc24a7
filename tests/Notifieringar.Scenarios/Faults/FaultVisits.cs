using System.Net;
using Notifieringar.Model;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Families who are to be visited, planned by the system itself: some answer, some choose another time, and staff move and call off.</summary>
internal sealed class FaultVisits(IReadOnlyList<Recipient> families, IReadOnlyList<Occasion> visits, Tables tables)
{
    public const string Programme = "sprakstart-6";
    private const int Pairs = 8;
    private const int InEachRole = 4;

    /// <summary>As many as the visitors have times for in a week.</summary>
    public const int Most = 48;

    /// <summary>As many pairs of visitors as it takes.</summary>
    public static int PairsFor(FaultOptions options) => options.Visits == 0 ? 2 : Pairs;

    public IReadOnlyList<Recipient> Families => families;

    public IEnumerable<Recipient> Moved => families.Take(InEachRole);

    public IEnumerable<Recipient> CalledOff => families.Skip(InEachRole).Take(InEachRole);

    /// <summary>These are silenced and do nothing else.</summary>
    public IEnumerable<Recipient> Silenced => families.Skip(2 * InEachRole).Take(InEachRole);

    /// <summary>These choose another time.</summary>
    public IEnumerable<Recipient> Rebooking => families.Skip(3 * InEachRole).Take(3 * InEachRole);

    /// <summary>These answer.</summary>
    public IEnumerable<Recipient> Answering => families.Skip(6 * InEachRole).Take(3 * InEachRole);

    /// <summary>Imports the families, which plans their visits.</summary>
    public static async Task<FaultVisits> PlannedAsync(ALibrary library, Tables tables, FaultOptions options, CancellationToken cancellation)
    {
        await library.ImportAsync([.. Enumerable.Range(0, options.Visits).Select(number => new AFamily
        {
            Phone = number % 5 < 3 ? AFamily.PhoneNumber(number) : "",
            Email = number % 5 == 3 ? $"besok+{number}@example.se" : "",
        })]);
        var families = (await library.PeopleAsync()).OrderBy(family => family.Person.Id).ToList();
        var visits = await new OccasionTable(tables).ListAsync(FaultCampaign.Unit, Programme, cancellation);
        Assert.Equal(options.Visits, families.Count);
        Assert.Equal(options.Visits, visits.Count);
        return new FaultVisits(families, visits, tables);
    }

    /// <summary>Staff move some visits to another week, and call others off.</summary>
    public async Task ChangeAsync(StormHttp http, FaultOptions options, CancellationToken cancellation)
    {
        var random = new Random(options.Seed + 17);
        foreach (var (family, what) in Moved.Select(one => (one, "move")).Concat(CalledOff.Select(one => (one, "cancel"))).OrderBy(_ => random.Next()).ToList())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_500)), cancellation);
            var visit = VisitOf(family);
            var starts = what == "move" ? visit.Starts.PlusWeeks(8).ToString("yyyy-MM-dd'T'HH:mm", null) : null;
            var status = await http.PostAsync($"occasions/{FaultCampaign.Unit}/{Programme}/{visit.Id}/{what}", new { starts, by = "personal-1" }, cancellation);

            // Said again because the first answer was lost: it is under way, or so already.
            Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.Conflict or HttpStatusCode.BadRequest, $"{what} was answered {status}.");
        }
    }

    public Occasion VisitOf(Recipient family) => visits.First(visit => visit.Home == family.Person.Id);

    public Task<IReadOnlyList<Occasion>> ReadAsync(CancellationToken cancellation) =>
        new OccasionTable(tables).ListAsync(FaultCampaign.Unit, Programme, cancellation);
}
