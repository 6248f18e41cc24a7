using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Staff;

/// <summary>Lists of families on staff's pages.</summary>
public sealed class ImportPageTests
{
    private const int ServersOwnLimit = 30_000_000;
    private static readonly LocalDateTime Morning = new(2025, 2, 3, 6, 0);

    // Too old for a visit: this is about lists only.
    private static readonly AFamily[] Families =
    [
        .. Enumerable.Range(0, 25).Select(index => new AFamily { GivenName = $"Familj{(char)('A' + index)}", Born = new LocalDate(2020, 1, 1) }),
    ];

    [Fact]
    public async Task AList_IsReadFromThePage_WhichTellsHowItWent_AndWhatToMend()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var campaigner = await ASignedIn.AsAsync(library, "bertil", "campaigner");
        var rows = new AFamily { GivenName = "Malva" }.Line + new AFamily { GivenName = "Utan", Child = "" }.Line;

        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SendFileAsync("import", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await campaigner.GetAsync($"/personal/{ALibrary.Unit}/import/{new string('a', 32)}")).StatusCode);
        var page = await ImportedAsync(staff, AFamily.Header + rows);
        var reading = await staff.PageAsync(page);
        Assert.Contains("Listan läses in.", reading, StringComparison.Ordinal);
        Assert.Contains("hx-trigger=\"every 2s\"", reading, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", reading, StringComparison.Ordinal);

        await library.DrainAsync();
        var read = await staff.PageAsync(page);
        Assert.Contains("Listan är inläst.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("hx-trigger", read, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", read, StringComparison.Ordinal);
        Assert.Contains(">rad 3<", read, StringComparison.Ordinal);
        Assert.Contains("Barnets förnamn saknas.", read, StringComparison.Ordinal);
        Assert.Contains(page, await staff.PageAsync("import"), StringComparison.Ordinal);
        Assert.Equal("Malva", Assert.Single(await library.PeopleAsync()).Person.GivenName);

        using var table = await staff.GetAsync($"/personal/{ALibrary.Unit}/{page}/fel.csv");
        var bytes = await table.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", table.Headers.CacheControl!.ToString());
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Contains("\r\n\"3\";\"Barnets förnamn\";", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnlikelyList_WaitsOnThePage_AndIsLetInByStaffOnly()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        using var campaigner = await ASignedIn.AsAsync(library, "bertil", "campaigner");
        var page = await BlockedAsync(library, staff);

        Assert.Contains("Filen har 10 barn, men en tidigare fil hade 25.", await staff.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await campaigner.PressAsync("utskick/nytt/forfattarbesok", page, ("gor", "bekrafta"))).StatusCode);
        Assert.DoesNotContain("gor-bekrafta", await campaigner.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PressAsync(page, page, ("gor", "radera"))).StatusCode);
        Assert.Equal("import-confirmed", Said(await staff.PressAsync(page, page, ("gor", "bekrafta"))));
        await library.DrainAsync();

        Assert.Contains("Listan är inläst. Den är bekräftad av personalen.", await staff.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(10, await AtNewStreetAsync(library));
    }

    [Fact]
    public async Task AnUnlikelyList_ThatIsRejected_IsGoneForGood()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var page = await BlockedAsync(library, staff);
        Assert.Single(await KeptFilesAsync(library));

        Assert.Equal("import-rejected", Said(await staff.PressAsync(page, page, ("gor", "avvisa"))));
        Assert.Empty(await KeptFilesAsync(library));
        Assert.Equal("import-decided", Said(await staff.PressAsync("import", page, ("gor", "bekrafta"))));

        // The queue delivers the message once more.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var queues = new Queues(new QueueServiceClient(library.Machine.ConnectionString, options));
        await queues.SendAsync(Queues.Imports, new ImportReference(ALibrary.Unit.Value, page.Split('/')[^1]), delay: null, CancellationToken.None);
        await library.DrainAsync();
        Assert.Contains("Listan är avvisad.", await staff.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(0, await AtNewStreetAsync(library));
    }

    [Fact]
    public async Task AListThatANewerOneHasOvertaken_IsNotLetIn_AndThePageSaysWhy()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var page = await BlockedAsync(library, staff);
        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusHours(2)));
        await library.ImportAsync(Families);

        Assert.Equal("import-overtaken", Said(await staff.PressAsync(page, page, ("gor", "bekrafta"))));
    }

    [Fact]
    public async Task AListLongerThanAServerTakesUnasked_IsRead()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var blanks = string.Concat(Enumerable.Repeat("\r\n", ServersOwnLimit / 2));

        var page = await ImportedAsync(staff, AFamily.Header + blanks + new AFamily { GivenName = "Sist" }.Line);
        await library.DrainAsync();

        Assert.Contains("Listan är inläst.", await staff.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal("Sist", Assert.Single(await library.PeopleAsync()).Person.GivenName);
    }

    private static async Task<string> BlockedAsync(ALibrary library, ASignedIn staff)
    {
        await library.ImportAsync(Families);
        library.Machine.SetClock(Stockholm.MomentOf(Morning.PlusHours(1)));
        var page = await ImportedAsync(staff, AFamily.Header + string.Concat(Families.Take(10).Select(family => (family with { Street = "Nyvägen 9" }).Line)));
        await library.DrainAsync();
        Assert.Contains("Listan väntar på dig", await staff.PageAsync("import"), StringComparison.Ordinal);
        return page;
    }

    private static async Task<string> ImportedAsync(ASignedIn staff, string csv)
    {
        using var sent = await staff.SendFileAsync("import", Encoding.Latin1.GetBytes(csv));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("import-received", Said(sent));
        return sent.Headers.Location!.OriginalString.Split('?')[0][$"/personal/{ALibrary.Unit}/".Length..];
    }

    private static string Said(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Split("?sagt=")[1];

    private static async Task<int> AtNewStreetAsync(ALibrary library) => (await library.PeopleAsync()).Count(household => household.Person.Address?.Street == "Nyvägen 9");

    private static async Task<IReadOnlyList<string>> KeptFilesAsync(ALibrary library)
    {
        var names = new List<string>();
        await foreach (var blob in new BlobServiceClient(library.Machine.ConnectionString).GetBlobContainerClient("imports").GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return [.. names.Where(name => name.EndsWith(".file", StringComparison.Ordinal))];
    }
}
