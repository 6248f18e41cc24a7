using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Families whose language was not the one we thought.</summary>
public sealed class LanguageTests
{
    [Fact]
    public async Task T67_AVisitWasMadeInTheWrongLanguage_TheSecondVisitsLetterIsInTheRightOne()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        using var staff = new AStaffMember(library);
        var family = new AFamily { GivenName = "Malva", Born = new LocalDate(2024, 9, 1), Language = "svenska" };
        await library.ImportAsync(family);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 15, 0));
        var visit = Assert.Single(await library.OccasionsAsync());
        await library.GoToAsync(visit.Starts.PlusHours(2));
        using var done = await staff.PostAsync($"occasions/{ALibrary.Unit}/{visit.Programme}/{visit.Id}/result", new { result = "done", by = "personal-1" });
        Assert.Equal(System.Net.HttpStatusCode.NoContent, done.StatusCode);

        await library.GoToAsync(new LocalDateTime(2025, 7, 14, 6, 0));
        await library.ImportAsync(family with { Language = "arabiska" });
        await library.GoToAsync(new LocalDateTime(2025, 7, 14, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 7, 14, 15, 0));

        var notices = (await library.HouseholdOfAsync("Malva")).Notices.Where(notice => notice.Key.Step == "invitation").ToList();
        Assert.Equal("sv", Assert.Single(notices, notice => notice.Key.Programme == "sprakstart-6").Language);
        var second = Assert.Single(notices, notice => notice.Key.Programme == "sprakstart-11");
        Assert.Equal(("ar", Channel.Letter, NoticeState.Printed), (second.Language, second.Channel, second.State));
    }
}
