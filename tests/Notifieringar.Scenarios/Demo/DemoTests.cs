using System.Text;
using System.Text.RegularExpressions;
using Notifieringar.LocalHost.Demo;

namespace Notifieringar.Scenarios.Demo;

/// <summary>The newcomer's first command, twice, and what it leaves in logs and queues.</summary>
public sealed partial class DemoTests
{
    // Words that stand in the file and just as well anywhere: weekday-like town names would only make noise.
    private const int ShortestTelling = 5;

    [Fact]
    public async Task TheDemo_AddsUp_SaysNothingTwice_AndLeavesNothingPersonalInLogsAndQueues()
    {
        var folder = Directory.CreateTempSubdirectory("notifieringar-demo-");
        try
        {
            var first = await RunAsync(folder.FullName);
            var log = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "functions.log"));
            var second = await RunAsync(folder.FullName);

            Assert.Matches(@"sms +\d{2,}", first);
            Assert.DoesNotContain("STÄMMER INTE", first + second, StringComparison.Ordinal);
            Assert.Matches(@"brev(\s+\d+){5}\s+0\s", second);
            Assert.Matches(@"sms(\s+\d+){5}\s+0\s", second);
            Assert.Contains("DispatchChunk", log, StringComparison.Ordinal);
            var messages = QueueMessages(folder.FullName);
            Assert.Contains("\"batch\"", messages, StringComparison.Ordinal);
            var telling = Telling().ToList();
            Assert.True(telling.Count > 300);
            Assert.All(telling, word => Assert.False(log.Contains(word, StringComparison.OrdinalIgnoreCase), $"The log holds '{word}'."));
            Assert.All(telling, word => Assert.False(messages.Contains(word, StringComparison.OrdinalIgnoreCase), $"A queue message holds '{word}'."));
            Assert.DoesNotMatch(Code(), log);
            Assert.DoesNotMatch(Code(), messages);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder)
    {
        using var terminal = new StringWriter();
        var exit = await DemoCommand.ExecuteAsync(["--exit", "--data", folder, "--port", "0", "--sandbox-port", "0"], terminal, CancellationToken.None);
        Assert.True(exit == 0, terminal.ToString());
        return terminal.ToString();
    }

    // Names, streets, numbers, addresses and references of the import, each long enough to mean somebody.
    private static IEnumerable<string> Telling() => File
        .ReadAllText(Path.Combine(Emulator.RepositoryRoot, "demo", "families.csv"), Encoding.Latin1)
        .Split('\n')
        .Skip(1)
        .SelectMany(line => line.Split(';'))
        .Select(value => value.Trim('"', '\r', ' ', '\u00A0'))
        .Where(value => value.Length >= ShortestTelling && value.Any(sign => sign > 127 || char.IsUpper(sign) || char.IsDigit(sign)) && !Plain().IsMatch(value))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    // The emulator keeps message texts in its extents, also of messages long handled.
    private static string QueueMessages(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "azurite", "__queuestorage__"), "*", SearchOption.AllDirectories))
        {
            foreach (Match encoded in Base64().Matches(File.ReadAllText(file, Encoding.Latin1)))
            {
                var buffer = new byte[encoded.Length];
                if (Convert.TryFromBase64String(encoded.Value, buffer, out var length))
                {
                    text.AppendLine(Encoding.UTF8.GetString(buffer, 0, length));
                }
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("[A-Za-z0-9+/]{12,}={0,2}")]
    private static partial Regex Base64();

    // Dates in a log are the log's own.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")]
    private static partial Regex Plain();

    // An answer code in an address or as printed.
    [GeneratedRegex("/s/[0-9A-Z]{10}|[346789BCDFGHJKLMNPQRTVWXY]{5}-[346789BCDFGHJKLMNPQRTVWXY]{5}")]
    private static partial Regex Code();
}
