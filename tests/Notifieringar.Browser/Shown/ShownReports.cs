using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Planning.Reports;
using Notifieringar.Records.Reports;
using Notifieringar.Records.Storage;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Browser.Shown;

/// <summary>Numbers: this year's as they are counted at night, with so few families that most are hidden, and the year before, of a town with more.</summary>
internal static class ShownReports
{
    // By month: all who are reached have answered, and no number but none is below five.
    private static readonly VisitFunnel[] Months =
    [
        Of(24, yes: 19, collected: 5), Of(22, yes: 17, declined: 5), Of(28, yes: 23, collected: 5), Of(25, yes: 25), Of(26, yes: 21, noContact: 5), Of(30, yes: 24, collected: 6),
        Of(12, yes: 12), Of(23, yes: 23), Of(27, yes: 21, declined: 6), Of(29, yes: 24, collected: 5), Of(25, yes: 25), Of(18, yes: 18),
    ];

    public static async Task CountAsync(ALibrary library)
    {
        await library.FireAsync("StartReports");
        await library.DrainAsync();
        var year = FunnelOfYear.Of(Months.Index().ToDictionary(month => month.Index + 1, month => month.Item));
        var said = new ShownNotices(
            412,
            [new("Email", 96), new("Letter", 187), new("Sms", 129)],
            [new("ar", 38), new("so", 21), new("sv", 321), new("uk", 32)],
            14,
            [new("Bounced", 6), new("NoWayToReach", 8)]);
        var report = new YearReport("sprakstart-6", 2024, Instant.FromUtc(2025, 1, 1, 2, 0).ToDateTimeOffset(), year, said);
        await new ReportTable(new Tables(new TableServiceClient(library.Machine.ConnectionString))).PutAsync(
            ALibrary.Unit, new ReportKey(2024, "sprakstart-6"), JsonSerializer.Serialize(report, JsonSerializerOptions.Web), mayReplace: true, CancellationToken.None);
    }

    private static VisitFunnel Of(int invited, int yes, int collected = 0, int declined = 0, int noContact = 0) =>
        new(invited, invited - noContact, yes, Visited: yes, collected, declined, noContact);
}
