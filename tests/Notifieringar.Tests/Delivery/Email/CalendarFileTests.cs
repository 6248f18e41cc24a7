using System.Text;
using System.Text.Json.Nodes;
using Notifieringar.Delivery.Email;
using Notifieringar.Planning.Calendar;
using NodaTime;

namespace Notifieringar.Tests.Delivery.Email;

public sealed class CalendarFileTests
{
    private static readonly JsonNode Golden = JsonNode.Parse(File.ReadAllText(Data("expected.json")))!;

    public static TheoryData<string, string> EscapeCases =>
        [.. Golden["escapeCases"]!.AsArray().Select(one => new TheoryDataRow<string, string>((string)one!["text"]!, (string)one["escaped"]!))];

    public static TheoryData<string, string> FoldCases =>
        [.. Golden["foldCases"]!.AsArray().Select(one => new TheoryDataRow<string, string>((string)one!["line"]!, (string)one["folded"]!))];

    public static TheoryData<string> TimedFiles => ["request-new.ics", "request-update.ics", "cancel.ics", "winter-dst-edge.ics"];

    [Theory]
    [MemberData(nameof(EscapeCases))]
    public void Escape_Text_IsAsTheGoldenData(string text, string escaped) => Assert.Equal(escaped, CalendarFile.Escape(text));

    [Theory]
    [MemberData(nameof(FoldCases))]
    public void Fold_Line_IsAsTheGoldenData(string line, string folded) => Assert.Equal(folded, CalendarFile.Fold(line));

    [Theory]
    [MemberData(nameof(TimedFiles))]
    public void Of_TheGoldenEvent_WritesTheSameLines(string file)
    {
        var golden = Lines(File.ReadAllText(Data(file)));
        var expected = Golden["files"]!.AsArray().Single(one => (string)one!["file"]! == file)!;
        string Value(string name) => golden.First(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

        var written = CalendarFile.Of(
            new CalendarEvent(
                (string)expected["uid"]!,
                (int)expected["sequence"]!,
                (string)expected["method"]! == "CANCEL",
                Local((string)expected["startUtc"]!),
                Local((string)expected["endUtc"]!),
                (string)expected["summary"]!,
                Unescaped(Value("DESCRIPTION")),
                (string)expected["location"]!,
                "Vuxenutbildningen, SFI",
                "ingen.svar@kommun.example",
                "anna@example.org"),
            NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Parse(Value("DTSTAMP")).Value);

        // Ours has neither alarm nor link nor the attendee's name; it is written for another product.
        bool IsBoth(string line) => !line.StartsWith("PRODID:", StringComparison.Ordinal) && !line.StartsWith("URL:", StringComparison.Ordinal)
            && !line.StartsWith("ATTENDEE", StringComparison.Ordinal);
        var wanted = golden.Contains("BEGIN:VALARM")
            ? golden.TakeWhile(line => line != "BEGIN:VALARM").Concat(golden.SkipWhile(line => line != "END:VALARM").Skip(1))
            : golden;
        Assert.Equal(wanted.Where(IsBoth), Lines(written).Where(IsBoth));
        Assert.Contains("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:anna@example.org", Lines(written));
    }

    [Fact]
    public void Of_AnyEvent_HasLinesOfAtMost75OctetsThatEndWithCrlf()
    {
        var written = CalendarFile.Of(Event() with { Summary = new string('å', 200) + "\nb", OrganizerName = "Bo \"Bo\" Ek\r\nX: y" }, Some.PlannedAt);

        Assert.EndsWith("END:VCALENDAR\r\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("ORGANIZER;CN=\"Bo Bo EkX: y\":mailto:", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-28T10:00", "20270328T100000")] // the day the clocks go forward
    [InlineData("2027-10-31T02:30", "20271031T023000")] // the hour that comes twice
    public void Of_DaysWhenTheClocksChange_KeepsTheLocalTime(string local, string written)
    {
        var starts = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(local).Value;

        Assert.Contains($"DTSTART;TZID=Europe/Stockholm:{written}\r\n", CalendarFile.Of(Event() with { Starts = starts }, Some.PlannedAt), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NobodyKnown_IsPublishedAndNamesNobody()
    {
        var written = CalendarFile.Of(Event() with { AttendeeAddress = null }, Some.PlannedAt);

        Assert.Contains("METHOD:PUBLISH\r\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", written, StringComparison.Ordinal);
    }

    [Fact]
    public void EmailMessage_WithACalendar_HasItAsAnAttachmentWhoseTypeNamesTheMethod()
    {
        var message = EmailMessage.From(SomeEmail.Notice() with { Calendar = new CalendarAttachment("CANCEL", "BEGIN:VCALENDAR\r\n") });

        var file = Assert.Single(message.Attachments);
        Assert.Equal(("text/calendar; charset=utf-8; method=CANCEL", "tid.ics", "QkVHSU46VkNBTEVOREFSDQo="), (file.Type, file.Filename, file.Content));
        Assert.Null(EmailMessage.From(SomeEmail.Notice()).Attachments);
    }

    private static CalendarEvent Event() => new(
        "0a1b2c@asinge.notifieringar", 0, IsCancelled: false, Some.VisitTime, Some.VisitTime.PlusHours(1), "Träff", null, null, "Biblioteket", "b@example.se", "a@example.se");

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "Delivery", "Email", "Data", "ics", file);

    private static List<string> Lines(string file) => [.. file.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n')];

    private static LocalDateTime Local(string utc) => Stockholm.LocalOf(NodaTime.Text.InstantPattern.ExtendedIso.Parse(utc).Value);

    private static string Unescaped(string value) =>
        System.Text.RegularExpressions.Regex.Replace(value, @"\\(.)", match => match.Groups[1].Value == "n" ? "\n" : match.Groups[1].Value);
}
