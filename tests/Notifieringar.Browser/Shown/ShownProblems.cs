using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>What is not well in the shown library.</summary>
internal static class ShownProblems
{
    private static readonly LocalDateTime Yesterday = new(2025, 3, 3, 14, 20);

    /// <summary>Letters and messages that have not come to anybody.</summary>
    public static async Task UnreachedAsync(ALibrary library)
    {
        var listed = new List<ListedNotice>
        {
            await ListedAsync(library, "Leyla", Channel.Sms, SkipReason.Bounced),
            await ListedAsync(library, "Oksana", Channel.Sms, SkipReason.Bounced),
            await ListedAsync(library, "Selam", Channel.Letter, SkipReason.ReturnedLetter),
        };
        await new CallList(TablesOf(library)).AddAsync(listed, Stockholm.MomentOf(Yesterday), CancellationToken.None);
    }

    /// <summary>What families have written back.</summary>
    public static async Task MessagesAsync(ALibrary library)
    {
        using var provider = new AProvider(library);
        await provider.ReportAsync(
            AProvider.Inbound("46701740605", "Hej! Kan ni ringa på hos grannen Åsa om vi inte är hemma? /Maja"),
            AProvider.Inbound("46701740608", "Waad mahadsan tihiin, waan idin sugaynaa"));
    }

    /// <summary>A list that cannot be read, and one with so few families that somebody must look at it first.</summary>
    public static async Task ListsAsync(ALibrary library)
    {
        await library.ImportAsync([.. ShownFamilies.All, .. ShownFamilies.Older]);
        await library.SendFileAsync("ingenting här\r\nkan läsas\r\n");
        await library.DrainAsync();
        await library.SendListAsync([.. ShownFamilies.All.Take(3)]);
        await library.DrainAsync();
    }

    /// <summary>Work that the system has given up.</summary>
    public static async Task FailedAsync(ALibrary library)
    {
        var table = new ProblemTable(TablesOf(library));
        await table.NoteAsync(ProblemTable.NoUnit, Queues.Receipts, "-", Stockholm.MomentOf(Yesterday), CancellationToken.None);
        await table.NoteAsync(ALibrary.Unit, Queues.VisitPlans, "-", Stockholm.MomentOf(Yesterday), CancellationToken.None);
    }

    private static Tables TablesOf(ALibrary library) => new(new TableServiceClient(library.Machine.ConnectionString));

    private static async Task<ListedNotice> ListedAsync(ALibrary library, string guardian, Channel channel, SkipReason reason)
    {
        var home = await library.HouseholdOfAsync(guardian);
        return new ListedNotice(ALibrary.Unit, home.Person.Id, new NoticeKey("sprakstart-6", home.Invitations[0].Occasion.Value, 0, "reminder", channel), reason);
    }
}
