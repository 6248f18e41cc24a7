namespace Notifieringar.Browser.Access;

/// <summary>All that is wrong with a page that somebody looks at.</summary>
internal static class Look
{
    /// <summary>Findings by day and in the evening, each with where it was found; none for a page that all can use. The dress is colours and
    /// nothing else, so the page is not loaded again for it.</summary>
    public static async Task<IReadOnlyList<string>> AtAsync(AVisitor visitor, string where)
    {
        IEnumerable<string> found =
        [
            .. await Axe.ViolationsAsync(visitor.Page),
            .. visitor.TakeComplaints(),
            .. await visitor.IsWiderThanTheScreenAsync() ? ["must be scrolled sideways"] : Array.Empty<string>(),
        ];
        await visitor.DressAsync(isDark: true);
        IEnumerable<string> foundInTheDark = [.. await Axe.ViolationsOfColoursAsync(visitor.Page), .. visitor.TakeComplaints()];
        await visitor.DressAsync(isDark: false);
        return [.. found.Select(finding => $"{where}: {finding}"), .. foundInTheDark.Select(finding => $"{where}, dark: {finding}")];
    }

    /// <summary>Fails with every finding, in full.</summary>
    public static void AssertNone(IReadOnlyCollection<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings));
}
