using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notifieringar.Tests.Infra;

/// <summary>What the compiler cannot know of: our settings, our secrets, the roles we mean.</summary>
public sealed partial class BicepTests
{
    // Read by the platform and the Azure SDK, not by our code.
    private static readonly string[] OfThePlatform =
    [
        "AZURE_CLIENT_ID", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "SIGN_IN_CLIENT_SECRET", "OTEL_SERVICE_NAME", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS",
    ];

    // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Dictionary<string, string> BuiltInRoles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["09976791-48a7-449e-bb21-39d1a415f350"] = "Communication and Email Service Owner",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private static readonly BicepFile Main = new("main.bicep");

    public static TheoryData<string> Files => [.. BicepFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void NothingSecret_StandsInAFile(string file)
    {
        var bicep = new BicepFile(file);

        Assert.DoesNotMatch(@"'(?=[^']*\d)(?=[^']*[a-z])(?=[^']*[A-Z])[A-Za-z0-9+/=]{32,}'|'[0-9a-f]{32,}'", bicep.Code);
        Assert.All(bicep.Parameters.Where(parameter => SecretName().IsMatch(parameter.Name)), parameter => Assert.True(parameter.IsSecure, $"{parameter.Name} is not secure."));
        Assert.DoesNotMatch(@"listKeys\(|connectionString\(", bicep.Code);
    }

    [Fact]
    public void EveryAppSetting_IsOneThatTheCodeReads_AndEveryNeededOneIsThere()
    {
        var section = SettingsSection().Match(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "architecture.md"))).Value;
        var rows = SettingRow().Matches(section);
        var table = rows.SelectMany(row => SettingNames(row.Groups["names"].Value)).ToHashSet();
        var needed = rows.Where(row => row.Groups["needed"].Value.Trim() is var when && (when == "yes" || when.StartsWith("for ", StringComparison.Ordinal)))
            .SelectMany(row => SettingNames(row.Groups["names"].Value)).Except(["Sms__ConnectionString"]).ToList();

        Assert.True(needed.Count >= 7);
        Assert.All(Main.AppSettings.Keys.Except(OfThePlatform), name => Assert.Contains(name, table));
        Assert.All(needed, name => Assert.Contains(name, Main.AppSettings.Keys));
        Assert.Contains("Sms__Endpoint", Main.AppSettings.Keys);
        Assert.Contains("AzureWebJobsStorage__tableServiceUri", Main.AppSettings.Keys);
    }

    [Fact]
    public void EverySecretSetting_ComesFromTheVault()
    {
        string[] secret = ["Mail__ApiKey", "AnswerCodes__Key", "Contacts__HashKey", "Hooks__SmsSecret", "SIGN_IN_CLIENT_SECRET", "OTEL_EXPORTER_OTLP_HEADERS"];

        Assert.All(secret, name => Assert.Contains("@Microsoft.KeyVault(", Main.AppSettings[name], StringComparison.Ordinal));
        Assert.All(Main.Parameters.Where(parameter => parameter.IsSecure), parameter => Assert.DoesNotContain(Main.AppSettings.Values, value => Regex.IsMatch(value, $@"\b{parameter.Name}\b(?!\))")));
    }

    [Fact]
    public void Roles_AreBuiltInOnes_AndCarryTheirNames()
    {
        var written = Role().Matches(Main.Text);

        Assert.Equal(Regex.Count(Main.Text, "^  \\w+: '[0-9a-f]{8}-", RegexOptions.Multiline), written.Count);
        Assert.All(written, role => Assert.StartsWith(BuiltInRoles[role.Groups["id"].Value], role.Groups["comment"].Value, StringComparison.Ordinal));
        Assert.Contains("allowSharedKeyAccess: false", Main.Code, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", Main.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void TheParametersOfAzd_AreThoseOfTheFile_AndNoNeededOneIsMissing()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "infra", "main.parameters.json")));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.All(given, name => Assert.Contains(name, Main.Parameters.Select(parameter => parameter.Name)));
        Assert.All(Main.Parameters.Where(parameter => !parameter.HasDefault), parameter => Assert.Contains(parameter.Name, given));
        Assert.All(file.RootElement.GetProperty("parameters").EnumerateObject(), parameter => Assert.Contains("${", parameter.Value.ToString(), StringComparison.Ordinal));
    }

    // `A`, `__b`, `__c`: those that begin with two underscores go on where the first ends.
    private static IEnumerable<string> SettingNames(string cell)
    {
        var names = Quoted().Matches(cell).Select(match => match.Groups["name"].Value).ToList();
        return names.Select(name => name.StartsWith("__", StringComparison.Ordinal) ? names[0][..names[0].IndexOf("__", StringComparison.Ordinal)] + name : name);
    }

    [GeneratedRegex("(?<!Public)(Key|Secret|Password|Headers)$")]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^\| (?<names>(`\w+`(, )?)+) \|(?<needed>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"^## Settings\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SettingsSection();

    [GeneratedRegex(@"`(?<name>\w+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^  \w+: '(?<id>[0-9a-f-]{36})' // (?<comment>.*)$", RegexOptions.Multiline)]
    private static partial Regex Role();
}
