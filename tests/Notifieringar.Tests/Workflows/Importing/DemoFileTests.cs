using System.Runtime.CompilerServices;
using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Importing;

/// <summary>The demo's files hold what demo/README.md says.</summary>
public sealed class DemoFileTests
{
    [Fact]
    public void Families_HoldsTheCountsOfTheReadme()
    {
        var rows = Read("families.csv");
        var stored = rows.OfType<PeopleRow>().ToArray();
        var households = stored.GroupBy(row => row.HouseholdReference).Select(rowsOf => rowsOf.ToArray()).ToArray();
        var children = stored.GroupBy(row => row.ChildReference).Select(rowsOf => rowsOf.ToArray()).ToArray();

        Assert.Equal((151, 145, 6), (rows.Length, stored.Length, rows.OfType<RejectedRow>().Count()));
        Assert.Equal((142, 140), (households.Length, children.Length));
        Assert.Equal(108, children.Count(child => child[0].ChildBirthDate.PlusMonths(6) <= new LocalDate(2027, 4, 1)));
        Assert.Equal((new LocalDate(2026, 8, 1), new LocalDate(2026, 10, 20)), (stored.Min(row => row.ChildBirthDate), stored.Max(row => row.ChildBirthDate)));
        Assert.Equal(3, households.Count(household => household.Length == 2 && household[0].ChildBirthDate == household[1].ChildBirthDate));
        Assert.Equal(5, children.Count(child => child is [{ ChildLivesHere: true }, { ChildLivesHere: false }]));
        Assert.Equal(4, households.Count(household => household.All(row => row.Protected)));
        Assert.Equal(1, households.Count(household => household[0].Address is { IsForwardingOfProtected: true }));
        Assert.Equal(1, children.Count(child => child.Length == 2 && child[1].Protected && !child[0].Protected));
        Assert.Equal(2, children.Count(child => child[0].ChildDeceased));
        Assert.Equal(1, households.Count(household => household.Length == 2 && household.Count(row => row.ChildDeceased) == 1));
        Assert.Equal(2, households.Count(household => household[0].OptedOut));
    }

    [Fact]
    public void Families_HoldsTheContactsAndLanguagesOfTheReadme()
    {
        var households = Read("families.csv").OfType<PeopleRow>().DistinctBy(row => row.HouseholdReference).ToArray();
        var withoutSms = households.Where(row => row.Phone is not { CanReceiveSms: true }).ToArray();

        Assert.Equal(50, withoutSms.Length);
        Assert.Equal(25, withoutSms.Count(row => row.Email is not null));
        Assert.Equal(4, withoutSms.Count(row => row.Phone is not null));
        Assert.Equal(
            [("", 14), ("ar", 20), ("en", 6), ("so", 6), ("sv", 85), ("ti", 5), ("uk", 6)],
            households.GroupBy(row => row.Language ?? "").Select(language => (language.Key, language.Count())).OrderBy(language => language.Key, StringComparer.Ordinal));
        Assert.Contains(households, row => (row.GuardianGivenName, row.GuardianFamilyName) == ("Åsa-Märta", "O'Neil von Essen"));
        Assert.Contains(households, row => row.GuardianFamilyName is null);
        Assert.Contains(households, row => $"{row.GuardianGivenName} {row.GuardianFamilyName}".Length == 60);
        Assert.Contains(households, row => row.Address is { HasNoFixedAddress: true });
        Assert.Equal(5, households.Count(row => row.Address?.CareOf is not null));
    }

    [Fact]
    public void Families_WarnsOfWhatIsThereToMend()
    {
        var codes = Read("families.csv").OfType<PeopleRow>().DistinctBy(row => row.HouseholdReference).SelectMany(row => row.Warnings).GroupBy(warning => warning.Code);

        Assert.Equal(
            [(FindingCode.NoFixedAddress, 1), (FindingCode.PhoneDigitsLost, 1), (FindingCode.PhoneWithoutSms, 4), (FindingCode.UnknownLanguage, 1)],
            codes.Select(code => (code.Key, code.Count())).OrderBy(code => code.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Families_TheBrokenRows_AreOnTheLinesOfTheReadme()
    {
        var listed = File.ReadLines(Path.Combine(DemoFolder(), "README.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && int.TryParse(cells[1], out _))
            .Select(cells => (int.Parse(cells[1], null), cells[3].Trim('`')));

        var broken = Read("families.csv").OfType<RejectedRow>().Select(row => (row.LineNumber, Assert.Single(row.Findings).Code));

        Assert.Equal(listed, broken);
    }

    [Fact]
    public void Families_PhoneNumbersAndAddresses_AreThoseKeptForFiction()
    {
        Assert.All(Read("families.csv").Concat(Read("families-utf8.csv")).OfType<PeopleRow>(), row =>
        {
            if (row.Phone is { IsSwedishMobile: true } mobile)
            {
                Assert.InRange(long.Parse(mobile.E164.AsSpan(1), null), 46701740605, 46701740699);
            }
            else if (row.Phone is { } fixedLine)
            {
                Assert.InRange(long.Parse(fixedLine.E164.AsSpan(1), null), 46310000600, 46310000699);
            }

            Assert.True(row.Email is null || row.Email.Value.Value.EndsWith("@example.se", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void FamiliesUtf8_ReadsWithoutAnythingToMend()
    {
        var rows = Read("families-utf8.csv").Select(row => Assert.IsType<PeopleRow>(row)).ToArray();

        Assert.Equal(["ar", "sv", "en", "ti", "uk"], rows.Select(row => row.Language));
        Assert.Equal(("جنى", "von Essen", "Kvarnbacken 7, lgh 1101"), (rows[0].ChildFirstName, rows[1].GuardianFamilyName, rows[1].Address?.Street));
        Assert.Equal(new LocalDate(2026, 9, 24), rows[3].ChildBirthDate);
        Assert.All(rows, row => Assert.Empty(row.Warnings));
    }

    private static ReadRow[] Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(DemoFolder(), name));
        return [.. Assert.IsType<OpenedPeopleFile>(PeopleFile.Open(file, Csv.Today)).Rows];
    }

    private static string DemoFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "..", "demo"));
}
