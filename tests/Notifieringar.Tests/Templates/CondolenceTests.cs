namespace Notifieringar.Tests.Templates;

/// <summary>T26: staff may write personally to a family in grief, outside the system; the system never does.</summary>
public sealed class CondolenceTests
{
    private static readonly string[] Words = ["kondoleans", "beklag", "sorg", "avlid", "gått bort", "condolence", "passed away", "deceased", "bereave", "تعاز", "وفاة"];

    [Fact]
    public void T26_ShippedTextsAndProgrammes_SayNothingOfADeath()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "src", "Templates");
        string[] files =
        [
            .. Directory.GetFiles(Path.Combine(folder, "Texts"), "*.scriban", SearchOption.AllDirectories),
            .. Directory.GetFiles(Path.Combine(folder, "Programmes"), "*.json").Where(file => !file.EndsWith("schema.json", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files, file => Words.Any(word => (Path.GetRelativePath(folder, file) + File.ReadAllText(file)).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
