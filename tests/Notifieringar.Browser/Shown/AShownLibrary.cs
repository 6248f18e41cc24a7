using NodaTime;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Staff;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>A library on a morning in spring with something on every page: visits today, calls to make, a part to print and one that is posted,
/// campaigns in every state. It is looked at and not changed.</summary>
public class AShownLibrary : IAsyncLifetime
{
    private static readonly LocalDateTime Start = new(2025, 2, 3, 6, 0);
    private ALibrary? _library;

    internal ALibrary Library => _library!;

    /// <summary>Those who look at one page after the other.</summary>
    internal Regulars Regulars { get; } = new();

    /// <summary>The code of the invitation of a family, by the guardian's given name.</summary>
    internal IReadOnlyDictionary<string, string> Codes { get; private set; } = new Dictionary<string, string>();

    /// <summary>The ids of families, by the guardian's given name.</summary>
    internal IReadOnlyDictionary<string, string> Homes { get; private set; } = new Dictionary<string, string>();

    /// <summary>The visits of families, by the guardian's given name.</summary>
    internal IReadOnlyDictionary<string, string> Visits { get; private set; } = new Dictionary<string, string>();

    /// <summary>A meeting to which people are invited.</summary>
    internal string Meeting { get; private set; } = "";

    /// <summary>An import with rows to mend.</summary>
    internal string Import { get; private set; } = "";

    /// <summary>An import that waits for somebody to look at it.</summary>
    internal string HeldImport { get; private set; } = "";

    /// <summary>A silence that has been carried out.</summary>
    internal string Silence { get; private set; } = "";

    /// <summary>A part of a letter run: its run and its number.</summary>
    internal string Part { get; private set; } = "";

    /// <summary>The campaigns, by state.</summary>
    internal IReadOnlyDictionary<string, string> Campaigns { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        _library = await ALibrary.OpensAsync(Start);
        using var staff = new AStaffMember(_library);
        using var reader = new AReader(_library);
        await ASignedIn.GiveAsync(_library, ALibrary.Unit.Value, "anna", "staff", "campaigner", "approver", "administrator");
        await ShownStory.SecondUnitAsync(_library);
        await ASignedIn.GiveAsync(_library, ShownStory.SecondUnit, "bertil", "staff");
        await ASignedIn.GiveAsync(_library, ALibrary.Unit.Value, "bertil", "staff");
        await ShownStory.LettersAsync(_library, staff);
        Campaigns = await ShownStory.CampaignsAsync(_library);
        await ShownStory.AnswersAsync(_library, staff, reader);
        Silence = await ShownStory.SilenceAsync(_library, staff);
        Codes = await ShownStory.CodesAsync(_library, reader);
        Homes = (await _library.PeopleAsync()).ToDictionary(home => home.Person.GivenName!, home => home.Person.Id.Value);
        Visits = await ShownStory.VisitsAsync(_library);
        await ShownStory.CallOffAsync(_library, staff, Visits["Elina"]);
        Meeting = await ShownStory.MeetingAsync(_library);
        await MorningAsync();
        Import = (await staff.ImportsAsync())[0].Import;
        var part = (await staff.PartsAsync())[0];
        Part = $"{part.Run}/{part.Part}";
        await OfficeAsync(staff);
    }

    public async ValueTask DisposeAsync()
    {
        await Regulars.DisposeAsync();
        await (_library?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    /// <summary>What only those see who work there.</summary>
    private protected virtual async Task OfficeAsync(AStaffMember staff)
    {
        await ShownProblems.UnreachedAsync(Library);
        await ShownProblems.MessagesAsync(Library);
        await ShownTexts.WriteAsync(Library);
        await ShownReports.CountAsync(Library);
        await ShownProblems.ListsAsync(Library);
        HeldImport = (await staff.ImportsAsync()).First(import => import.State == "blocked").Import;
        await ShownProblems.FailedAsync(Library);
    }

    // The first day with visits, before any of them, so that all can be answered; the list of families is of that morning.
    private async Task MorningAsync()
    {
        var day = (await Library.OccasionsAsync()).Where(visit => visit.CancelledBy is null).Min(visit => visit.Starts.Date);
        foreach (var before in new[] { 7, 2, 1 })
        {
            await Library.GoToAsync(day.PlusDays(-before).At(new LocalTime(10, 0)));
        }

        Library.Machine.SetClock(Stockholm.MomentOf(day.At(new LocalTime(7, 0))));
        await Library.SendFileAsync(AFamily.Header + string.Concat(ShownFamilies.All.Select(family => family.Line)) + ShownFamilies.Unreadable);
        await Library.DrainAsync();
    }
}

/// <summary>The tests that look at the shown library, which is started once.</summary>
[CollectionDefinition(Name)]
public sealed class ShownLibraryTests : ICollectionFixture<AShownLibrary>
{
    public const string Name = "shown library";
}
