namespace Notifieringar.Browser.Access;

/// <summary>All that is wrong with a page that somebody looks at.</summary>
internal static class Look
{
    /// <summary>Findings, each with where it was found; none for a page that all can use.</summary>
    public static async Task<IReadOnlyList<string>> AtAsync(AVisitor visitor, string where)
    {
        IEnumerable<string> found =
        [
            .. await Axe.ViolationsAsync(visitor.Page),
            .. visitor.TakeComplaints(),
            .. await visitor.IsWiderThanTheScreenAsync() ? ["must be scrolled sideways"] : Array.Empty<string>(),
        ];
        return [.. found.Select(finding => $"{where}: {finding}")];
    }

    /// <summary>Fails with every finding, in full.</summary>
    public static void AssertNone(IReadOnlyCollection<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings));
}
