using System.Text.RegularExpressions;
using Notifieringar.Tests.Docs;

namespace Notifieringar.Tests.Infra.Bicep;

/// <summary>What is deployed compiles, and docs/deploy.md gives it what it wants.</summary>
public sealed partial class CompiledTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "infra");
    private static readonly string Page = Path.Combine(RepositoryFiles.Root, "docs", "deploy.md");

    public static TheoryData<string> Files => [.. BicepFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task AFile_Compiles_AndTheLinterHasNothingToSay(string file) =>
        Assert.Equal("", (await CompiledTemplate.OfAsync(Path.Combine(Folder, file))).Messages);

    [Theory]
    [InlineData("param location string\nresource s 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'a', location: location }", "missing the following required properties")]
    [InlineData("param spare string", "declared but never used")]
    public async Task TheCheck_SeesWhatIsWrong(string bicep, string said)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("notifieringar-bicep-").FullName, "wrong.bicep");
        await File.WriteAllTextAsync(file, bicep, CancellationToken.None);

        Assert.Contains(said, (await CompiledTemplate.OfAsync(file)).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCommandOfThePage_GivesEveryNeededParameter_AndNoUnknownOne()
    {
        var parameters = (await MainAsync()).Parameters;
        var command = Assert.Single(Pages.Commands(Page), command => command.StartsWith("az deployment group create", StringComparison.Ordinal));
        var given = Given().Matches(command).Select(match => match.Groups["name"].Value).ToList();

        Assert.Empty(given.Except(parameters.Keys));
        Assert.Empty(parameters.Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(given));
    }

    [Fact]
    public async Task TheProvidersThatThePageRegisters_AreThoseOfWhatIsMade()
    {
        var made = (await MainAsync()).ResourceTypes.Select(type => type.Split('/')[0]).Distinct();
        var registered = Pages.Commands(Page).SelectMany(command => Provider().Matches(command)).Select(match => match.Value);

        // Every subscription has these.
        Assert.Equal(made.Except(["Microsoft.Authorization", "Microsoft.Consumption", "Microsoft.Resources"]).Order(), registered.Order());
    }

    private static Task<CompiledTemplate> MainAsync() => CompiledTemplate.OfAsync(Path.Combine(Folder, "main.bicep"));

    [GeneratedRegex(@"(?<=\s)(?<name>[a-z]\w+)=")]
    private static partial Regex Given();

    [GeneratedRegex(@"\bMicrosoft\.\w+\b(?!/)")]
    private static partial Regex Provider();
}
