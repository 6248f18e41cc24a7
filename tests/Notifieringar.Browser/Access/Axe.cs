using Microsoft.Playwright;
using Notifieringar.Scenarios;

namespace Notifieringar.Browser.Access;

/// <summary>Looks at a page with axe-core, which is put into the page by the browser itself: the page's policy lets no script of ours in.</summary>
internal static class Axe
{
    // A frame shows a text as a family gets it and may run nothing: what stands in it is looked at by itself.
    private const string Run = """
        async rules => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
          const runOnly = rules.length ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
          const found = await axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false });
          return found.violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${node.html} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`));
        }
        """;

    // All that axe-core asks of colours at these levels.
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>The script, to be brought along.</summary>
    public static string Source { get; } = File.ReadAllText(Path.Combine(Emulator.RepositoryRoot, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What breaks WCAG 2.2, level A and AA, or the rules of thumb that axe-core adds: rule, element and reason.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => await page.EvaluateAsync<string[]>(Run, Array.Empty<string>());

    /// <summary>The same of colours alone, for a page that has changed nothing but its dress.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsOfColoursAsync(IPage page) => await page.EvaluateAsync<string[]>(Run, OfColours);
}
