using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Scenarios.Hooks;
using Notifieringar.Scenarios.Staff;
using Notifieringar.Scenarios.Visits;
using NodaTime;

namespace Notifieringar.Scenarios.Attacks;

/// <summary>Forms, addresses and names by which somebody tries to get at staff's pages.</summary>
public sealed class StaffFormTests
{
    private static readonly LocalDateTime Morning = AReminder.PlanningDay;

    [Theory]
    [InlineData("/personal/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/personal/provby/brev/..%2f..%2fgrannby%2f2025-02-03/1/pdf")]
    [InlineData("/personal/provby/brev/2025-02-03%2f..%2f..%2fgrannby/1/pdf")]
    [InlineData("/personal/filer/..%2f..%2fStaff/Texts/sv.json")]
    [InlineData("/personal/filer/0000000000000000/htmx.js")]
    [InlineData("/personal/provby/%00")]
    [InlineData("/personal/provby%00/idag")]
    [InlineData("/personal/provby/idag/..%5c..%5cWeb.dll")]
    [InlineData("/personal//example.se/idag")]
    public async Task APathTrick_FindsNothing(string path)
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff", "administrator");

        using var answer = await staff.GetAsync(path);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("imports/provby/..%2f..%2fgrannby%2f0123456789abcdef")]
    [InlineData("imports/provby/%2e%2e")]
    [InlineData("letters/provby/..%2f..%2fgrannby/1")]
    [InlineData("erasures/provby/..%5c..%5cgrannby")]
    [InlineData("days/provby/..%2f2025-02-03")]
    [InlineData("silences/provby/%27%20or%20PartitionKey%20gt%20%27")]
    public async Task APathTrickWithTheFunctionKey_FindsNothing(string path)
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = new AStaffMember(library);

        using var answer = await staff.GetAsync(path);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    // An import refuses digits and @ in names.
    private static readonly AFamily Hostile = new()
    {
        GivenName = "<img src=x onerror=alert()>",
        FamilyName = "=cmd|' /C calc'!A",
        Email = "malva@example.se",
        ChildReference = "B1",
        Child = "\"Tuva\nBcc: alla\"",
    };

    [Fact]
    public async Task AFormThatIsTooLong_OrDoesNotSayHowLong_IsRefusedUnread()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        var visit = await VisitTodayAsync(library, new AFamily { GivenName = "Malva" });
        var token = Regex.Match(await staff.PageAsync("idag"), "name=\"kvitto\" value=\"(?<token>[^\"]+)").Groups["token"].Value;
        using var shapeless = new HttpRequestMessage(HttpMethod.Post, new Uri($"/personal/{ALibrary.Unit}/idag", UriKind.Relative))
        {
            Content = new PushedContent(Encoding.ASCII.GetBytes($"sjuk={Uri.EscapeDataString(visit.Visitors)}&kvitto={Uri.EscapeDataString(token)}")),
        };
        shapeless.Headers.TransferEncodingChunked = true;

        using var tooLong = await staff.PressAsync("idag", "idag", ("sjuk", visit.Visitors), ("fyllnad", new string('x', 70 * 1024)));
        using var unsized = await staff.SendAsync(shapeless);

        Assert.InRange((int)tooLong.StatusCode, 400, 499);
        Assert.InRange((int)unsized.StatusCode, 400, 499);
        await library.DrainAsync();
        Assert.Null(Assert.Single(await library.OccasionsAsync()).CancelledBy);
    }

    [Fact]
    public async Task ANameThatIsMarkupOrAFormula_StandsOnAPageAsItIsWritten()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        using var staff = await ASignedIn.AsAsync(library, "anna", "staff");
        await VisitTodayAsync(library, Hostile);

        using var answer = await staff.GetAsync($"/personal/{ALibrary.Unit}/idag");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<img src=x onerror=alert()> =cmd|' /C calc'!A", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameThatIsMarkup_IsTextInAnEmail_AndReachesNoHeader()
    {
        await using var library = await ALibrary.OpensAsync(Morning);
        await AReminder.SentAsync(library, Hostile);

        Assert.NotEmpty(library.Emails);
        Assert.All(library.Emails, email => Assert.Equal(("malva@example.se", false), (email.To, email.Subject!.Contains('\n', StringComparison.Ordinal))));
        Assert.All(library.Emails, email => Assert.DoesNotContain("<img src=x", email.Html ?? "", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Occasion> VisitTodayAsync(ALibrary library, AFamily family)
    {
        await library.ImportAsync(family);
        var visit = Assert.Single(await library.OccasionsAsync());
        library.Machine.SetClock(Stockholm.MomentOf(visit.Starts.Date.At(new LocalTime(7, 0))));
        await library.ImportAsync(family); // lest it be too old
        return visit;
    }

    private sealed class PushedContent : HttpContent
    {
        private readonly byte[] _bytes;

        public PushedContent(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
