using Microsoft.Playwright;
using Notifieringar.Scenarios;

namespace Notifieringar.Browser.Access;

/// <summary>Looks at a page with axe-core, which is put into the page by the browser itself: the page's policy lets no script of ours in.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return found.violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${node.html} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`));
        }
        """;

    private static readonly string Source = File.ReadAllText(Path.Combine(Emulator.RepositoryRoot, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What breaks WCAG 2.2, level A and AA, or the rules of thumb that axe-core adds: rule, element and reason.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Source);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
