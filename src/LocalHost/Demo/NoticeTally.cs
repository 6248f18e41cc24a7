using System.Collections.Immutable;
using System.Globalization;
using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Accounts for every planned notice: one step of a programme to one invited household.</summary>
internal static class NoticeTally
{
    public static CountedSection Of(DemoFacts facts)
    {
        var planned = PlannedOf(facts).ToList();
        var fates = new NoticeFates(facts);
        var placed = planned.Select(fates.Of).ToList();
        var said = SaidCounts.Of(facts.People).Since(facts.Earlier.Said);
        ImmutableArray<TallyRow> rows =
        [
            Said("brev", Channel.Letter, said.Letters),
            Said("sms", Channel.Sms, said.Sms),
            Said("e-post", Channel.Email, said.Emails),
            .. Reasons("överhoppat: ", NoticePlace.Skipped),
            .. Reasons("på personalens lista: ", NoticePlace.Listed),
            new TallyRow("väntar på nästa brevomgång", placed.Count(fate => fate.Place == NoticePlace.WaitingForRun)),
            new TallyRow("kommer senare", placed.Count(fate => fate.Place == NoticePlace.ToCome)),
        ];
        return new CountedSection(
            new TallySection("Notiser: varje steg till varje inbjudet hushåll", planned.Count, [.. rows.Where(row => row.Count > 0 || row.Languages is not null)]),
            ["Språken räknar det som har sagts, på det språk texten skrevs."],
            [
                .. Problem(placed.Count(fate => fate.Place == NoticePlace.Lost), "notiser är varken sagda, överhoppade, på listan eller att vänta"),
                .. Problem(placed.Count(fate => fate.Place == NoticePlace.Overdue), "notiser borde ha varit avgjorda"),
                .. Problem(placed.Count(fate => fate.Place == NoticePlace.SaidTwice), "notiser har sagts på två sätt"),
                .. Problem(OrphansOf(facts, planned), "rader i liggaren hör inte till någon inbjudan"),
            ]);

        TallyRow Said(string label, Channel channel, int count)
        {
            var own = placed.Where(fate => fate.Place == NoticePlace.Said && fate.Notice!.Channel == channel).ToList();
            return new TallyRow(label, own.Count) { Languages = ByLanguage.Of(own.Select(fate => fate.Notice!.Language)), New = count };
        }

        IEnumerable<TallyRow> Reasons(string label, NoticePlace place) => placed
            .Where(fate => fate.Place == place)
            .GroupBy(fate => fate.Reason)
            .OrderBy(reason => reason.Key)
            .Select(reason => new TallyRow(label + SkipReasonText.Of(reason.Key), reason.Count()));
    }

    private static IEnumerable<PlannedNotice> PlannedOf(DemoFacts facts) =>
        from recipient in facts.People
        from invitation in recipient.Invitations
        join programme in facts.Programmes on invitation.Programme equals programme.Id
        from step in programme.Steps
        let notice = new PlannedNotice(recipient, invitation, step.Id)
        where IsPlanned(step, invitation) || notice.Rows.Any()
        select notice;

    // What waits for something to happen may never be said; of the later meetings of a series only what is said about each.
    private static bool IsPlanned(Step step, Invitation invitation) => step.IsPlanned && (step.IsPerSession || invitation.Session <= 1);

    private static int OrphansOf(DemoFacts facts, IEnumerable<PlannedNotice> planned) =>
        facts.People.Sum(recipient => recipient.Notices.Length) - planned.Sum(notice => notice.Rows.Count());

    private static IEnumerable<string> Problem(int count, string what) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {what}.")];
}

/// <summary>A step to be said to a household about an invitation.</summary>
internal sealed record PlannedNotice(Recipient Recipient, Invitation Invitation, string Step)
{
    public PersonId Person => Recipient.Person.Id;

    /// <summary>Its ledger rows: one for each channel that was tried.</summary>
    public IEnumerable<Notice> Rows => Recipient.Notices.Where(notice =>
        notice.Key.Programme == Invitation.Programme
        && notice.Key.Occasion == Invitation.Occasion.Value
        && notice.Key.Sequence == Invitation.Sequence
        && notice.Key.Step == Step);
}
