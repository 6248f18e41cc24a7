using System.Collections.Immutable;
using Notifieringar.Model;
using NodaTime;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>Invented families that are hard to write to. They stand in no table, and nothing is ever sent to them.</summary>
internal static class TestFamily
{
    /// <summary>The family that is taken when none is named.</summary>
    public const string Usual = "twins";

    private static readonly ImmutableSortedDictionary<string, Sample> Samples = new Dictionary<string, Sample>
    {
        [Usual] = new("Åsa", "Björk", new(null, "Klätterstigen 2", "99810", "Exempelstad", null), "+46701740671", "asa@example.se", ["Alva", "Bo"]),
        ["long-names"] = new(
            "Maximiliana Alexandra",
            "Konstantinopoulos-Silfverhjelm",
            new("Wilhelmina Kvarnström", "Västra Klockstapelsgränden 117 B", "99820", "Exempelstads-Kyrkby", null),
            "+46701740672",
            "maximiliana@example.se",
            ["Alexandra-Wilhelmina", "Bartholomeus", "Konstantin-Emanuel"]),
        ["arabic"] = new("ليلى", "الحسن", new(null, "Björkstigen 4 lgh 1203", "99810", "Exempelstad", null), "+46701740673", "layla@example.se", ["يوسف"]),
        ["no-phone"] = new(null, "Ek", new(null, "Granstigen 7", "99830", "Exempelby", null), null, null, ["Cleo"]),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => Samples.Keys;

    /// <summary>Tells whether a family has neither phone nor e-mail.</summary>
    public static bool GetsLettersOnly(string name) => Samples.TryGetValue(name, out var sample) && sample is { Phone: null, Email: null };

    /// <summary>A family as it would be read from People.</summary>
    /// <param name="name">Its name; null for the usual one.</param>
    /// <param name="unit">The unit that pretends to have it.</param>
    /// <param name="language">The language it reads.</param>
    /// <param name="today">The children are about six months old.</param>
    /// <returns>The family; null for another name.</returns>
    public static Recipient? Find(string? name, UnitId unit, string language, LocalDate today) =>
        Samples.TryGetValue(name ?? Usual, out var sample) ? sample.As(unit, language, today) : null;

    private sealed record Sample(
        string? GivenName, string FamilyName, PostalAddress Address, string? Phone, string? Email, ImmutableArray<string> Children)
    {
        // No import makes this id, so that a code that is made of it leads nowhere.
        private static readonly PersonId Nobody = new(new string('0', 32));

        public Recipient As(UnitId unit, string language, LocalDate today) => new(
            new Person(
                unit,
                Nobody,
                GivenName,
                FamilyName,
                Address,
                Phone is null ? null : new PhoneNumber(Phone),
                Email is null ? null : new EmailAddress(Email),
                language,
                Silences.None,
                DataAsOf: Instant.MinValue),
            [.. Children.Select(child => new Child(new ChildId(child), child, today.PlusMonths(-6), LivesHere: true, Deceased: false))],
            Links: [],
            Invitations: [],
            Notices: [],
            Version: "");
    }
}
