using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;

namespace Notifieringar.Scenarios.Records;

/// <summary>Shipped texts come into place, whatever was interrupted before; drafts stay beside them.</summary>
public sealed class SeededTextTests(Emulator emulator)
{
    private readonly Tables _tables = new(new TableServiceClient(emulator.ConnectionString));
    private readonly string _programme = $"p{Guid.NewGuid():N}";

    [Fact]
    public async Task AVersionWithoutACurrentText_AsACrashOnceLeftIt_IsPutInPlaceByTheNextSeeding()
    {
        var texts = new TemplateTable(_tables);
        Assert.True(await texts.SeedAsync(Text("1"), CancellationToken.None));
        var table = await _tables.GetAsync("Templates");
        await table.DeleteEntityAsync($"{_programme}~reminder", "sms~sv~current", cancellationToken: CancellationToken.None);

        Assert.True(await texts.SeedAsync(Text("1"), CancellationToken.None));

        Assert.Equal("1", Assert.Single(await texts.CurrentAsync(_programme, "reminder", CancellationToken.None)).Version);
    }

    [Fact]
    public async Task ASeedingThatCannotPlaceItsText_LeavesNoVersionEither()
    {
        var texts = new TemplateTable(_tables);
        await texts.SeedAsync(Text("1"), CancellationToken.None);
        await texts.SeedAsync(Text("2"), CancellationToken.None);

        // An older instance that still runs: its version has been here, and does not come back.
        Assert.False(await texts.SeedAsync(Text("1"), CancellationToken.None));
        Assert.True(await texts.PublishAsync(Text("3") with { Shipped = false }, seen: "2", CancellationToken.None));
        Assert.False(await texts.PublishAsync(Text("4") with { Shipped = false }, seen: "2", CancellationToken.None));
        Assert.False(await texts.SeedAsync(Text("5"), CancellationToken.None));

        var (current, versions) = await texts.VersionsAsync(_programme, "reminder", Channel.Sms, "sv", CancellationToken.None);
        Assert.Equal("3", current!.Version);
        Assert.Equal(["1", "2", "3", "5"], versions.Select(version => version.Version).Order());
    }

    [Fact]
    public async Task ADraft_IsSavedOverTheOneThatWasSeenOnly_AndIsNoTextThatIsSent()
    {
        var (texts, drafts) = (new TemplateTable(_tables), new TextDrafts(_tables));
        var draft = new TextDraft(_programme, "reminder", Channel.Sms, "sv", "a", "anna", NodaTime.Instant.FromUtc(2025, 2, 3, 8, 0));
        Assert.True(await drafts.SaveAsync(draft, CancellationToken.None));
        Assert.False(await drafts.SaveAsync(draft with { Source = "b" }, CancellationToken.None));
        var seen = await drafts.FindAsync(_programme, "reminder", Channel.Sms, "sv", CancellationToken.None);
        Assert.True(await drafts.SaveAsync(seen! with { Source = "c" }, CancellationToken.None));
        Assert.False(await drafts.SaveAsync(seen! with { Source = "d" }, CancellationToken.None));
        Assert.False(await drafts.DiscardAsync(seen!, CancellationToken.None));
        foreach (var forged in new[] { "*", "W/\"å\"", "W/\"a\"\r\nX: b" })
        {
            Assert.False(await drafts.SaveAsync(seen! with { Source = "e", Version = forged }, CancellationToken.None));
            Assert.False(await drafts.DiscardAsync(seen! with { Version = forged }, CancellationToken.None));
        }

        Assert.Equal("c", Assert.Single(await drafts.ReadAsync(_programme, CancellationToken.None)).Source);
        Assert.Empty(await texts.CurrentAsync(_programme, "reminder", CancellationToken.None));
        Assert.Empty(await texts.HistoryAsync(_programme, "reminder", CancellationToken.None));
    }

    private StoredText Text(string version) => new(_programme, "reminder", Channel.Sms, "sv", version, "Hej", Shipped: true);
}
