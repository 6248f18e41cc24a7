using System.Net;
using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>A family is shown what is held about it (GDPR, article 15).</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task AFamilyIsShownAllThatIsHeldAboutIt_AndNothingOfItsChildsOtherHome()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        using var erasing = new AnErasure(library);
        using var reader = new AReader(library);
        using var provider = new AProvider(library);
        await library.ImportAsync(
            new AFamily { GivenName = "Signe", ChildReference = "B15", Street = "Granstigen 4", Phone = AFamily.PhoneNumber(0), Email = "signe@example.se" },
            new AFamily { GivenName = "Annan", ChildReference = "B15", LivesHere = false, Street = "Hemliga vägen 9", Phone = AFamily.PhoneNumber(1) });
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        var (household, other) = (await library.HouseholdOfAsync("Signe"), await library.HouseholdOfAsync("Annan"));
        await reader.AnswerAsync($"s/{reader.CodeOf(household)}", "yes");
        await provider.ReportAsync(AProvider.Inbound("46701740605", "Vi ser fram emot det"), AProvider.Inbound("46701740606", "Det gör inte vi"));

        var text = await erasing.ExportAsync(household);

        var data = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("Signe", "Granstigen 4", "+46701740605"), (Of("givenName"), Of("street"), Of("phone")));
        Assert.Equal("Tuva", Assert.Single(data.GetProperty("children").EnumerateObject()).Value.GetProperty("FirstName").GetString());
        Assert.Equal("Yes", Assert.Single(data.GetProperty("invitations").EnumerateObject()).Value.GetProperty("Answer").GetString());
        Assert.Contains(data.GetProperty("notices").EnumerateObject(), notice => notice.Value.GetProperty("State").GetString() == "Printed");
        Assert.Equal("Vi ser fram emot det", Assert.Single(data.GetProperty("messages").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("2025-02-03~001", Assert.Single(data.GetProperty("letters").EnumerateArray()).GetProperty("run").GetString());
        var visit = Assert.Single(data.GetProperty("visits").EnumerateArray());
        Assert.Equal((true, 1), (visit.GetProperty("atThisHome").GetBoolean(), visit.GetProperty("otherGuests").GetInt32()));
        Assert.Equal(1, data.GetProperty("otherHomes").GetInt32());
        Assert.True(data.GetProperty("kept").TryGetProperty("Work", out _));
        Assert.All(
            ["Annan", "Hemliga", "1740606", "Det gör", other.Person.Id.Value], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        using var nobody = await erasing.GetAsync(new PersonId(new string('0', 32)));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);

        string? Of(string property) => data.GetProperty("household").EnumerateObject()
            .Single(one => one.Name.Equals(property, StringComparison.OrdinalIgnoreCase)).Value.GetString();
    }
}
