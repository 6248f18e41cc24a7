using System.Net;
using Notifieringar.Planning.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Visits;

/// <summary>The list that visitors take with them, and what only they may know.</summary>
public sealed class DayListTests
{
    [Fact]
    public async Task T68_T69_TheDaysList_HasNoPhoneNumberAndNobodyProtected_SaysWhereNobodyGoesAlone_AndIsNotShownAfterItsDay()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0), pairs: 4);
        using var staff = new AStaffMember(library);
        AFamily[] families =
        [
            new() { GivenName = "Ada", Phone = AFamily.PhoneNumber(1), Language = "arabiska", Child = "Nour" },
            new() { GivenName = "Bea", Phone = AFamily.PhoneNumber(2), Child = "Tuva" },
        ];
        await library.ImportAsync(families);
        var day = Assert.Single((await library.OccasionsAsync()).Select(visit => visit.Starts.Date).Distinct());
        var ada = await library.HouseholdOfAsync("Ada");
        var page = $"days/{ALibrary.Unit}/{LocalDatePattern.Iso.Format(day)}";
        Assert.Equal(HttpStatusCode.Gone, (await staff.GetAsync(page)).StatusCode); // weeks ahead
        library.Machine.SetClock(Stockholm.MomentOf(day.At(new LocalTime(7, 0))));
        Assert.Equal(HttpStatusCode.NoContent, (await staff.MarkAsync(ada, "two-visitors")).StatusCode);
        await library.ImportAsync(families); // which does not take the mark away

        var shown = await (await staff.GetAsync(page)).Content.ReadAsStringAsync();
        Assert.Contains("Ada Provström</bdi> <strong>Gå två</strong>", shown, StringComparison.Ordinal);
        Assert.Single(shown.Split("Gå två").Skip(1));
        Assert.Contains("Granstigen 4, 998 10 Provby", shown, StringComparison.Ordinal);
        Assert.Contains("arabiska", shown, StringComparison.Ordinal);
        Assert.Contains("makuleras", shown, StringComparison.Ordinal);
        Assert.All(new[] { "070", "+46", "Tuva", "Nour" }, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));

        await staff.SilenceAsync(ada, "protected");
        Assert.DoesNotContain("Ada", await (await staff.GetAsync(page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        library.Machine.SetClock(Stockholm.MomentOf(day.PlusDays(1).At(new LocalTime(7, 0))));
        var gone = await staff.GetAsync(page);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain("Bea", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(library.Machine.Sandbox.Messages, message => Assert.DoesNotContain("två", message.Text, StringComparison.OrdinalIgnoreCase));
    }
}
