namespace Notifieringar.Tests.Docs;

public sealed class LinksTests
{
    public static TheoryData<string> All => [.. Pages.All.Select(Pages.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void EveryLinkAndPicture_LeadsSomewhere(string name)
    {
        var page = Path.Combine(RepositoryFiles.Root, name);

        Assert.All(Pages.Links(page), link => Assert.True(Exists(page, link), $"{name} points to {link}, which is not there."));
    }

    [Fact]
    public void EveryPicture_IsShownSomewhere_AndSmallEnoughForAPage()
    {
        var shown = Pages.All.SelectMany(page => Pages.Links(page).Select(link => Target(page, link))).ToHashSet(StringComparer.Ordinal);
        var pictures = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs", "pictures"));

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.Contains(picture, shown));
        Assert.All(pictures, picture => Assert.InRange(new FileInfo(picture).Length, 1, 400_000));
    }

    private static bool Exists(string page, string link)
    {
        var target = Target(page, link);
        return (File.Exists(target) || Directory.Exists(target))
            && (link.Split('#') is not [_, var anchor] || Pages.Anchors(target).Contains(anchor));
    }

    private static string Target(string page, string link) =>
        link.Split('#')[0] is { Length: > 0 } path ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path)) : page;
}
