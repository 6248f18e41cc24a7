using System.Globalization;
using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Compares the ledger with what others counted: the providers, the print files, staff's list.</summary>
internal static class Reconciliation
{
    public static IEnumerable<string> Problems(DemoFacts facts)
    {
        var all = SaidCounts.Of(facts.People);
        var recent = all.Since(facts.Earlier.Said);
        string?[] problems =
        [
            Differ("Sms den här gången: liggaren säger {0}, leverantören {1}.", recent.Sms, facts.Accepted.Sms),
            Differ("E-post den här gången: liggaren säger {0}, leverantören {1}.", recent.Emails, facts.Accepted.Emails),
            Differ("Brev: liggaren säger {0}, utskrifternas sidlistor {1}.", all.Letters, facts.Printed.Count),
            Differ("Utskrifterna har {1} brev men {0} olika.", facts.Printed.DistinctBy(letter => (letter.Person, letter.Notice)).Count(), facts.Printed.Count),
            Differ("På personalens lista: liggaren säger {0}, listan {1}.", ListedInLedger(facts), facts.Listed.Count),
            facts.Poison == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{facts.Poison} meddelanden har getts upp (poison-köerna)."),
        ];
        return problems.OfType<string>();
    }

    // On the list, or refused and left there by the ladder's end.
    private static int ListedInLedger(DemoFacts facts)
    {
        var listed = facts.Listed.Select(one => (one.Person, one.Key)).ToHashSet();
        return facts.People.Sum(recipient => recipient.Notices.Count(notice => notice.State switch
        {
            NoticeState.OnList => true,
            NoticeState.RefusedPermanent or NoticeState.RefusedTechnical => listed.Contains((recipient.Person.Id, notice.Key)),
            _ => false,
        }));
    }

    private static string? Differ(string sentence, int one, int other) =>
        one == other ? null : string.Format(CultureInfo.InvariantCulture, sentence, one, other);
}
