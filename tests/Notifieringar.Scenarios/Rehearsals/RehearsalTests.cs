using System.Net;
using System.Text.Json;
using Notifieringar.LocalHost;

namespace Notifieringar.Scenarios.Rehearsals;

/// <summary>The rehearsal tells what will be sent. <c>dotnet run --project tests/Notifieringar.Scenarios -- rehearsal --households 10000</c> shows
/// it for a large library.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task SixtyDays_Rehearsed_AreNoticeForNoticeWhatIsSentWhenTheyAreRun()
    {
        var shown = 0;
        var comparison = await RehearsalComparison.OfAsync(await RehearsedUnit.DemoAsync(), async (machine, records) =>
        {
            shown = await ShownAsync(machine);
            Assert.DoesNotContain(await records.PeopleAsync(CancellationToken.None), recipient => !recipient.Notices.IsEmpty); // nothing is written
        });

        Assert.True(comparison.Said > 150);
        Assert.Equal(comparison.Run, comparison.Rehearsed);
        Assert.Equal(comparison.Rehearsed.Count, shown);
    }

    // How many notices the function tells of.
    private static async Task<int> ShownAsync(LocalMachine machine)
    {
        using var http = new HttpClient { BaseAddress = machine.PublicUrl };
        http.DefaultRequestHeaders.Add("x-functions-key", machine.FunctionKey);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("rehearsal/annanstans", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(new Uri("rehearsal/asinge?days=0", UriKind.Relative))).StatusCode);
        using var shown = JsonDocument.Parse(await http.GetStringAsync(new Uri("rehearsal/asinge?days=60", UriKind.Relative)));
        return shown.RootElement.GetProperty("days").EnumerateArray()
            .SelectMany(day => day.GetProperty("rows").EnumerateArray().Concat(day.GetProperty("skips").EnumerateArray()))
            .Sum(row => row.GetProperty("count").GetInt32());
    }
}
