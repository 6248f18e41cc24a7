using Azure.Data.Tables;
using Notifieringar.LocalHost;
using Notifieringar.Model;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Api;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Reaching;
using NodaTime;

namespace Notifieringar.Scenarios.Texts;

/// <summary>Test messages: to the tester and to nobody else.</summary>
public sealed class TestMessageTests
{
    private const string Number = "070-174 06 61";
    private const string Email = "testaren@example.se";
    private const int ManyTries = 20; // more than two minutes allow

    [Fact]
    public async Task T116_ATestMessage_GoesOnlyToTheTester_Marked_AboutAnInventedFamily()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 10, 0));
        using var administrator = new ALibrarySystem(library);
        await library.ImportAsync(new AFamily { GivenName = "Livia", Phone = AFamily.PhoneNumber(0), Email = "livia@example.se" });
        var rows = await RowsAsync(library);

        var sms = await TestAsync(administrator, "reminder/ar/sms", $$"""{ "to": "{{Number}}", "family": "arabic" }""");
        Assert.True(sms.Status == 200, sms.Body);
        var email = await TestAsync(
            administrator, "reminder/sv/email", $$$"""{ "to": "{{{Email}}}", "text": "{{ capture subject }}Utkast{{ end }}<p>Hej {{ children.names }}!</p>" }""");
        Assert.True(email.Status == 200, email.Body);
        using var answer = await PrintAsync(library, "invitation/ar/letter", """{ "family": "long-names" }""");
        var letter = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await library.DrainAsync();

        var (sentSms, sentEmail) = (Assert.Single(library.Sms), Assert.Single(library.Emails));
        Assert.Equal(("+46701740661", "Provby bibl"), (sentSms.To, sentSms.From));
        Assert.StartsWith("[TEST]\n", sentSms.Text, StringComparison.Ordinal);
        Assert.Equal((Email, "bibliotek@provby.example.se", "[TEST] Utkast"), (sentEmail.To, sentEmail.From, sentEmail.Subject));
        Assert.StartsWith("Hej Alva och Bo!", sentEmail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", sentEmail.Headers.Keys);
        Assert.True(letter.AsSpan().StartsWith("%PDF"u8));

        // Nothing is written about anybody, and the tester is forgotten.
        Assert.Equal(rows, await RowsAsync(library));
        foreach (var place in (await EverythingAsync(library)).Append(await File.ReadAllTextAsync(library.FunctionLog, TestContext.Current.CancellationToken)))
        {
            Assert.DoesNotContain("701740661", place, StringComparison.Ordinal);
            Assert.DoesNotContain(Email, place, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task T116_ATestMessage_IsRefused_WhereNothingMayBeSent_AndWhenThereAreTooMany()
    {
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2025, 2, 3, 10, 0));
        using var administrator = new ALibrarySystem(library);
        using var staff = new AStaffMember(library);
        const string Order = $$"""{ "to": "{{Number}}" }""";
        Assert.Equal(400, (await TestAsync(administrator, "reminder/sv/sms", """{ "to": "070-174 06 61, 070-174 06 62" }""")).Status);
        Assert.Equal(400, (await TestAsync(administrator, "reminder/sv/sms", $$$"""{ "to": "{{{Number}}}", "text": "Hej {{ barn.namn }}" }""")).Status);
        using (var stranger = new HttpClient { BaseAddress = library.Machine.PublicUrl })
        {
            using var turnedAway = await stranger.PostAsync(new Uri("testmessages/provby/sprakstart-6/reminder/sv/sms", UriKind.Relative), new StringContent(Order), TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, turnedAway.StatusCode);
        }

        await staff.StopAsync("stops/provby");
        Assert.Equal(409, (await TestAsync(administrator, "reminder/sv/sms", Order)).Status);
        await staff.ResumeAsync("stops/provby");
        await CloseAsync(library, "+46701740662");
        Assert.Equal(409, (await TestAsync(administrator, "reminder/sv/sms", """{ "to": "070-174 06 62" }""")).Status);
        Assert.Empty(library.Sms);

        var last = await TestAsync(administrator, "reminder/sv/sms", Order);
        for (var tries = 1; last.Status == 200 && tries < ManyTries; tries++)
        {
            last = await TestAsync(administrator, "reminder/sv/sms", Order);
        }

        Assert.Equal(429, last.Status);
    }

    private static Task<ApiReply> TestAsync(ALibrarySystem administrator, string text, string order) =>
        administrator.AdministerAsync("POST", $"testmessages/{ALibrary.Unit}/sprakstart-6/{text}", order);

    private static async Task<HttpResponseMessage> PrintAsync(ALibrary library, string text, string order)
    {
        using var http = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        http.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
        var answer = await http.PostAsync(new Uri($"testmessages/{ALibrary.Unit}/sprakstart-6/{text}", UriKind.Relative), new StringContent(order));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer;
    }

    // As if its holder had answered STOPP.
    private static async Task CloseAsync(ALibrary library, string number)
    {
        var tables = new Tables(new TableServiceClient(library.Machine.ConnectionString));
        var secrets = Secrets.LoadOrCreate(Path.Combine(Path.GetDirectoryName(library.FunctionLog)!, "secrets.json"));
        var hash = new ContactHashes(Convert.FromBase64String(secrets.ContactsHashKey)).Of(new PhoneNumber(number));
        await new Suppressions(tables).PutAsync(
            [new Suppression(ALibrary.Unit, hash, ClosedChannels.Sms, SuppressionReason.Stop, Instant.FromUtc(2025, 1, 1, 0, 0))], CancellationToken.None);
    }

    // What is kept of people, and what is to be done about them.
    private static async Task<IReadOnlyList<string>> RowsAsync(ALibrary library) =>
        [.. (await EverythingAsync(library)).Where(row => row.StartsWith("People~", StringComparison.Ordinal) || row.StartsWith("Work~", StringComparison.Ordinal)
            || row.StartsWith("Codes~", StringComparison.Ordinal) || row.StartsWith("Letter", StringComparison.Ordinal))];

    private static async Task<IReadOnlyList<string>> EverythingAsync(ALibrary library)
    {
        var service = new TableServiceClient(library.Machine.ConnectionString);
        var rows = new List<string>();
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>(""))
            {
                rows.Add($"{table.Name}~{string.Join('|', row.Select(property => $"{property.Key}={property.Value}"))}");
            }
        }

        return rows;
    }
}
