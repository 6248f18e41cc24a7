using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Hooks;

/// <summary>The usual beginning: families are invited, and the day before the visit they are reminded.</summary>
internal static class AReminder
{
    public static readonly LocalDateTime PlanningDay = new(2025, 2, 3, 6, 0);

    /// <summary>Imports families, lets time pass until the day before their visit, and sends what is due. The time it is then.</summary>
    public static async Task<LocalDateTime> SentAsync(ALibrary library, params AFamily[] families)
    {
        await library.ImportAsync(families);
        var visit = Assert.Single((await library.OccasionsAsync()).Select(occasion => occasion.Starts).Distinct());
        var dayBefore = visit.PlusDays(-1);
        library.Machine.SetClock(Stockholm.MomentOf(dayBefore));
        await library.ImportAsync(families);
        await SendAsync(library);
        return dayBefore;
    }

    /// <summary>Sends what is due now.</summary>
    public static async Task SendAsync(ALibrary library)
    {
        await library.FireAsync("SendDueNotices");
        await library.DrainAsync();
    }

    /// <summary>A family's reminder on a channel.</summary>
    public static async Task<(NoticeReference Reference, NoticeState State)> OfAsync(ALibrary library, string givenName, Channel channel)
    {
        var recipient = await library.HouseholdOfAsync(givenName);
        var notice = Assert.Single(recipient.Notices, notice => notice.Key.Step == "reminder" && notice.Channel == channel);
        return (new NoticeReference(ALibrary.Unit, recipient.Person.Id, notice.Key), notice.State);
    }
}
