using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Planning and the invitation letter (domain.md T01, T10, T12, T13, T14, T15).</summary>
public sealed class InvitationTests
{
    [Fact]
    public async Task T01_ABabyBornOnTheFirstOfSeptember_IsInvitedFourWeeksBeforeSixMonths_OnAVisitDay()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 1, 31, 6, 0));
        await library.ImportAsync(new AFamily { Born = new LocalDate(2024, 9, 1) });
        Assert.Empty(await library.OccasionsAsync());

        library.Machine.SetClock(Planning.Calendar.Stockholm.MomentOf(new LocalDateTime(2025, 2, 1, 6, 0)));
        await library.FireAsync("StartVisitPlanning");
        await library.DrainAsync();

        var visit = Assert.Single(await library.OccasionsAsync()).Starts;
        Assert.InRange(visit.Date, new LocalDate(2025, 2, 22), new LocalDate(2025, 3, 22));
        Assert.Contains(visit.DayOfWeek, new[] { IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday });

        // The first of February 2025 is a Saturday: the letter goes with Monday's run.
        await library.GoToAsync(new LocalDateTime(2025, 2, 1, 14, 0));
        Assert.Empty(await library.PilesAsync());
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        Assert.Single(Assert.Single(await library.PilesAsync()).Pages);
    }

    [Fact]
    public async Task T10_AnUnknownLanguage_GetsSwedish_ArabicGetsBoth_AndALanguageWithoutTextIsFlaggedBeforeSending()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        var report = await library.ImportAsync(
            new AFamily { GivenName = "Okänd", Language = "" },
            new AFamily { GivenName = "Arabisk", Language = "arabiska" },
            new AFamily { GivenName = "Spansk", Language = "spanska" });
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));

        Assert.Equal("language-without-text", Assert.Single(report.Findings, finding => finding.Line == 4).Code);
        Assert.Equal("sv", Assert.Single((await library.HouseholdOfAsync("Okänd")).Notices).Language);
        Assert.Equal("ar", Assert.Single((await library.HouseholdOfAsync("Arabisk")).Notices).Language);
        Assert.Equal("sv", Assert.Single((await library.HouseholdOfAsync("Spansk")).Notices).Language);
        var pile = Assert.Single(await library.PilesAsync());
        Assert.Equal(3, pile.Pages.Count);
    }

    [Fact]
    public async Task T12_LongAndUnusualNames_ArePrintedWhole()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        await library.ImportAsync(
            new AFamily { GivenName = "Åsa-Märta", FamilyName = "O'Neil von Essen", Street = "Björkängen 12 lgh 1101" },
            new AFamily { GivenName = "Sukarno", FamilyName = "" },
            new AFamily { GivenName = "", FamilyName = "" },
            new AFamily { GivenName = "ليلى", FamilyName = "الحسن", Child = "يوسف", Language = "arabiska" },
            new AFamily { GivenName = "Wilhelmina Konstantina", FamilyName = "von Hohenstaufen-Lindströmsdotter Ek" });
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));

        Assert.Equal(5, Assert.Single(await library.PilesAsync()).Pages.Count);
        Assert.Empty(await library.CallListAsync());
    }

    [Fact]
    public async Task T13_WithoutAnAddressTheLetterCannotReach_TheFamilyIsOnStaffsList()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        await library.ImportAsync(
            new AFamily { GivenName = "Boxa", Street = "Box 12" },
            new AFamily { GivenName = "Kommunskriven", Street = "Skrivna på kommunen", PostalCode = "", Town = "" },
            new AFamily { GivenName = "Hemlös", Street = "", PostalCode = "", Town = "", Phone = AFamily.PhoneNumber(3) });
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));

        var printed = Assert.Single(Assert.Single(await library.PilesAsync()).Pages);
        Assert.Equal((await library.HouseholdOfAsync("Boxa")).Person.Id.Value, printed.Person);
        var listed = await library.CallListAsync();
        Assert.Equal(2, listed.Count);
        Assert.All(listed, notice => Assert.Equal((SkipReason.NoWayToReach, "invitation"), (notice.Reason, notice.Key.Step)));
    }

    [Fact]
    public async Task T14_OneLetterThatDoesNotFit_LeavesTheOthers_InPostalCodeOrder_WithEvenPages()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        var families = Enumerable.Range(0, 12).Select(index => new AFamily { GivenName = $"Ordnad{(char)('A' + index)}", PostalCode = $"998{40 - (index * 2)}" }).ToList();
        families.Add(new AFamily { GivenName = "Förlång", FamilyName = string.Join(' ', Enumerable.Repeat("Ettmycketlångtnamn", 30)) });
        await library.ImportAsync([.. families]);
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
        await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));

        var pile = Assert.Single(await library.PilesAsync());
        Assert.Equal(12, pile.Pages.Count);
        var people = (await library.PeopleAsync()).ToDictionary(recipient => recipient.Person.Id.Value, recipient => recipient.Person);
        var codes = pile.Pages.Select(letter => people[letter.Person].Address!.PostalCode).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.All(pile.Pages, letter => Assert.Equal(0, letter.Pages % 2));
        Assert.Equal(pile.Pages.Select((_, index) => 1 + pile.Pages.Take(index).Sum(letter => letter.Pages)), pile.Pages.Select(letter => letter.FirstPage));
        Assert.Equal(SkipReason.DoesNotFit, Assert.Single(await library.CallListAsync()).Reason);
    }

    [Fact]
    public async Task T15_TheSameImportAndTheSameHours_Again_SayNothingTwice()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 6, 0));
        var families = Enumerable.Range(0, 5).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + index)}", Phone = AFamily.PhoneNumber(index) }).ToArray();
        for (var time = 0; time < 2; time++)
        {
            await library.ImportAsync(families);
            await library.GoToAsync(new LocalDateTime(2025, 2, 3, 9, 0));
            await library.GoToAsync(new LocalDateTime(2025, 2, 3, 14, 0));
        }

        Assert.Equal(5, (await library.OccasionsAsync()).Count);
        Assert.Equal(5, (await library.PilesAsync()).Sum(pile => pile.Pages.Count));
        var slots = (await library.OccasionsAsync()).Select(occasion => new VisitSlot(occasion.Starts, occasion.Visitors)).ToList();
        Assert.Equal(slots.Distinct(), slots);
    }
}
