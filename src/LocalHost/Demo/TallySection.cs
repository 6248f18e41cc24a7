using System.Collections.Immutable;

namespace Notifieringar.LocalHost.Demo;

/// <summary>One part of the table: rows that must add up to a total that was counted another way.</summary>
internal sealed record TallySection(string Title, int Total, ImmutableArray<TallyRow> Rows)
{
    public int Sum => Rows.Sum(row => row.Count);

    /// <summary>What is wrong with the sum, or null.</summary>
    public string? Problem => Sum == Total ? null : $"{Title}: {Total} skulle räknas, {Sum} räknades.";
}

/// <summary>A row of the table.</summary>
internal sealed record TallyRow(string Label, int Count)
{
    /// <summary>How many in each language; null where nothing was said in any.</summary>
    public ByLanguage? Languages { get; init; }

    /// <summary>How many in this run; null where that is not counted.</summary>
    public int? New { get; init; }
}

/// <summary>Counts by the language a text was written in.</summary>
internal sealed record ByLanguage(int Swedish, int Arabic, int English, int Other)
{
    public static ByLanguage Of(IEnumerable<string> languages)
    {
        var counts = languages.Select(tag => tag.Split('-')[0]).CountBy(language => language).ToDictionary();
        var (swedish, arabic, english) = (counts.GetValueOrDefault("sv"), counts.GetValueOrDefault("ar"), counts.GetValueOrDefault("en"));
        return new ByLanguage(swedish, arabic, english, counts.Values.Sum() - swedish - arabic - english);
    }
}

/// <summary>The whole table, what is told beside it, and what does not add up.</summary>
internal sealed record DemoTally(ImmutableArray<TallySection> Sections, ImmutableArray<string> Notes, ImmutableArray<string> Problems)
{
    public static DemoTally Of(DemoFacts facts)
    {
        var imported = ImportTally.Of(facts.Import);
        var children = facts.Programmes.Where(programme => programme.Audience.Visits is not null).Select(programme => ChildTally.Of(facts, programme)).ToList();
        var notices = NoticeTally.Of(facts);
        CountedSection[] campaigns = CampaignTally.Of(facts) is { } counted ? [counted] : [];
        ImmutableArray<TallySection> sections =
            [imported.Section, .. children.Select(one => one.Section), .. campaigns.Select(one => one.Section), notices.Section];
        return new DemoTally(
            sections,
            [.. imported.Notes, .. children.SelectMany(one => one.Notes), .. campaigns.SelectMany(one => one.Notes), .. notices.Notes],
            [
                .. sections.Select(section => section.Problem).OfType<string>(),
                .. children.SelectMany(one => one.Problems),
                .. campaigns.SelectMany(one => one.Problems),
                .. notices.Problems,
                .. Reconciliation.Problems(facts),
            ]);
    }
}

/// <summary>A section with what it could not place.</summary>
internal sealed record CountedSection(TallySection Section, ImmutableArray<string> Notes, ImmutableArray<string> Problems);
