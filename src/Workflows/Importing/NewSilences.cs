using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;
using Notifieringar.Records.Imports;
using Notifieringar.Records.People;
using Notifieringar.Records.Silencing;
using NodaTime;

namespace Notifieringar.Workflows.Importing;

/// <summary>What a file silences in a household that was stored before: its letters, visits and due notices must follow.</summary>
internal static class NewSilences
{
    /// <summary>The silences of one household, with ids that are the same when the file is read again.</summary>
    /// <param name="import">The import.</param>
    /// <param name="write">The household as it will be written.</param>
    /// <param name="stored">As it is stored; null for a new one, of which nothing is queued.</param>
    /// <param name="asOf">When the file came.</param>
    /// <returns>One for each reason that is new, or new to a home that was not linked before.</returns>
    public static IEnumerable<Silence> Of(ImportReference import, HouseholdWrite write, Recipient? stored, Instant asOf)
    {
        if (stored is null)
        {
            return [];
        }

        var hasNewHome = write.Links.Any(link => !stored.Links.Contains(link));
        var kinds = Enum.GetValues<SilenceKind>().Where(kind => SilenceKinds.FlagOf(kind) is var flag && flag != Silences.None
            && write.Person.Silences.HasFlag(flag)
            && (!stored.Person.Silences.HasFlag(flag) || (hasNewHome && SilenceKinds.Spreads(kind))));
        var children = write.Children.Where(child => child.Deceased
            && (hasNewHome || stored.Children.Any(before => before.Id == child.Id && !before.Deceased)));
        return
        [
            .. kinds.Select(kind => Silence(kind, null)),
            .. children.Select(child => Silence(SilenceKind.ChildDeceased, child.Id)),
        ];

        Silence Silence(SilenceKind kind, ChildId? child)
        {
            var name = Encoding.UTF8.GetBytes($"{import.Import}~{kind}~{write.Person.Id}~{child}");
            var id = Convert.ToHexStringLower(SHA256.HashData(name))[..32];
            return new Silence(write.Person.Unit, id, kind, write.Person.Id, child, $"import-{import.Import}", asOf);
        }
    }
}
