using NodaTime;
using Notifieringar.LocalHost.Demo;
using Notifieringar.Model;
using Notifieringar.Planning.Visits;
using Notifieringar.Records.People;
using Notifieringar.Records.Work;

namespace Notifieringar.Tests.LocalHost.Demo;

public sealed class DemoTallyTests
{
    [Fact]
    public void Of_EveryFateOfChildrenAndNotices_AddsUp()
    {
        var facts = SomeFacts.Of(
            SomeFacts.Invited(1, SomeFacts.Notice(1, "reminder", Channel.Sms, NoticeState.Accepted, "ar")),
            SomeFacts.Invited(2, SomeFacts.Notice(2, "reminder", Channel.Sms, NoticeState.RefusedPermanent, "so"), SomeFacts.Notice(2, "reminder", Channel.Email, NoticeState.Accepted, "so")),
            SomeFacts.Invited(3, SomeFacts.Notice(3, "reminder", Channel.Sms, NoticeState.Skipped, reason: SkipReason.Declined)),
            SomeFacts.Invited(4, SomeFacts.Notice(4, "reminder", Channel.Sms, NoticeState.OnList, reason: SkipReason.NoWayToReach)),
            SomeFacts.Invited(5),
            SomeFacts.Household(6, new LocalDate(2027, 3, 1)),
            SomeFacts.Household(7, silences: Silences.Protected),
            SomeFacts.Household(8, silences: Silences.OptedOut)) with
        {
            Due = [SomeFacts.Due(5, "reminder", SomeFacts.Period.End + Duration.FromHours(1))],
            Listed = [Listed(4)],
        };

        var tally = DemoTally.Of(facts);

        Assert.Empty(tally.Problems);
        Assert.Equal([8, 8, 10], tally.Sections.Select(section => section.Total));
        Assert.Equal([8, 8, 10], tally.Sections.Select(section => section.Sum));
        Assert.Equal(
            [("brev", 5), ("sms", 1), ("e-post", 1), ("överhoppat: tackat nej", 1), ("på personalens lista: går inte att nå", 1), ("kommer senare", 1)],
            tally.Sections[2].Rows.Select(row => (row.Label, row.Count)));
        Assert.Equal(new ByLanguage(0, 1, 0, 0), tally.Sections[2].Rows[1].Languages);
        Assert.Equal(new ByLanguage(0, 0, 0, 1), tally.Sections[2].Rows[2].Languages);
    }

    [Fact]
    public void Of_AChildThatTheImportCountedAndStorageLacks_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Household(1, silences: Silences.OptedOut));
        facts = facts with { Import = facts.Import with { Children = 2 } };

        Assert.Equal(["Barn: Hembesök: 2 skulle räknas, 1 räknades."], DemoTally.Of(facts).Problems);
    }

    [Fact]
    public void Of_AChildWithoutAVisitWhileASlotIsFree_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Household(1));

        Assert.Equal(
            ["Barn: Hembesök: 1 skulle räknas, 0 räknades.", "1 barn borde ha fått ett besök men har inget."], DemoTally.Of(facts).Problems);
    }

    [Fact]
    public void Of_AChildWithoutAVisitWhenEverySlotIsTaken_IsCountedAsWithoutASlot()
    {
        var facts = SomeFacts.Of(SomeFacts.Household(1));
        var window = VisitWindow.For(SomeFacts.DueBirth, SomeFacts.Visits.Audience.Visits!, SomeFacts.Period.Last, SomeFacts.Period.Last)!;
        facts = facts with { Taken = VisitSlots.Of(window, facts.Rules).Select(slot => (slot.Starts, slot.Visitors)).ToHashSet() };

        var tally = DemoTally.Of(facts);

        Assert.Empty(tally.Problems);
        Assert.Equal([new TallyRow("ingen ledig tid", 1)], tally.Sections[1].Rows);
    }

    [Fact]
    public void Of_ANoticeThatIsNowhere_IsReported() => Assert.Contains(
        "1 notiser är varken sagda, överhoppade, på listan eller att vänta.", DemoTally.Of(SomeFacts.Of(SomeFacts.Invited(1))).Problems);

    [Fact]
    public void Of_ANoticeThatWasDueBeforeTheEnd_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Invited(1)) with { Due = [SomeFacts.Due(1, "reminder", SomeFacts.Period.End)] };

        Assert.Contains("1 notiser borde ha varit avgjorda.", DemoTally.Of(facts).Problems);
    }

    [Fact]
    public void Of_AClaimedLetterWithNobodyLookingForIt_IsReportedAndOneInWorkIsNot()
    {
        var letter = SomeFacts.Notice(1, "reminder", Channel.Letter, NoticeState.Claimed, "sv");
        var facts = SomeFacts.Of(SomeFacts.Invited(1, letter));
        var waiting = new WaitingLetter(SomeFacts.Unit, "0", SomeFacts.Period.Last, SomeFacts.Period.End, SomeFacts.Id(1), letter.Key);

        Assert.NotEmpty(DemoTally.Of(facts).Problems);
        Assert.Empty(DemoTally.Of(facts with { Waiting = [waiting] }).Problems);
    }

    [Fact]
    public void Of_TheSameThingOnTwoChannels_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Invited(
            1,
            SomeFacts.Notice(1, "reminder", Channel.Sms, NoticeState.Accepted, "sv"),
            SomeFacts.Notice(1, "reminder", Channel.Email, NoticeState.Accepted, "sv")));

        Assert.Contains("1 notiser har sagts på två sätt.", DemoTally.Of(facts).Problems);
    }

    [Fact]
    public void Of_OnStaffsListInTheLedgerOnly_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Invited(1, SomeFacts.Notice(1, "reminder", Channel.Sms, NoticeState.OnList, reason: SkipReason.NoText)));

        Assert.Contains("På personalens lista: liggaren säger 1, listan 0.", DemoTally.Of(facts).Problems);
    }

    [Fact]
    public void Of_AProviderThatTookMoreThanTheLedgerKnows_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Invited(1, SomeFacts.Notice(1, "reminder", Channel.Sms, NoticeState.Accepted, "sv")));

        Assert.Equal(
            ["Sms den här gången: liggaren säger 1, leverantören 2."], DemoTally.Of(facts with { Accepted = facts.Accepted with { Sms = 2 } }).Problems);
    }

    [Fact]
    public void Of_ALetterPrintedTwice_IsReported()
    {
        var facts = SomeFacts.Of(SomeFacts.Invited(1, SomeFacts.Notice(1, "reminder", Channel.Sms, NoticeState.Accepted, "sv")));

        Assert.Equal(
            ["Brev: liggaren säger 1, utskrifternas sidlistor 2.", "Utskrifterna har 2 brev men 1 olika."],
            DemoTally.Of(facts with { Printed = [.. facts.Printed, .. facts.Printed] }).Problems);
    }

    [Fact]
    public void Of_ASecondRun_CountsNothingAsNew()
    {
        var facts = SomeFacts.Of(SomeFacts.Invited(1, SomeFacts.Notice(1, "reminder", Channel.Sms, NoticeState.Accepted, "sv")));
        facts = facts with { Earlier = EarlierRuns.Of(facts.People), Accepted = new SaidCounts(0, 0, 0) };

        var tally = DemoTally.Of(facts);

        Assert.Empty(tally.Problems);
        Assert.Equal([1, 1, 0], tally.Sections[2].Rows.Select(row => row.Count));
        Assert.Equal([0, 0, 0], tally.Sections[2].Rows.Select(row => row.New));
    }

    private static ListedNotice Listed(int number) => new(
        SomeFacts.Unit, SomeFacts.Id(number), SomeFacts.Notice(number, "reminder", Channel.Sms, NoticeState.OnList).Key, SkipReason.NoWayToReach);
}
