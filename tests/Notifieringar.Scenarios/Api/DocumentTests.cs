using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Scenarios.Api;

/// <summary>docs/api.md keeps its word.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public async Task EveryExampleOfTheDocument_IsAnsweredAsItSays()
    {
        var blocks = Block().Matches(await File.ReadAllTextAsync(Path.Combine(Emulator.RepositoryRoot, "docs", "api.md"), TestContext.Current.CancellationToken))
            .Select(match => match.Groups[1].Value).ToList();
        Assert.True(blocks.Count > 30);
        await using var library = await ALibrary.OpensAsync(new LocalDateTime(2027, 3, 1, 10, 0));
        using var system = new ALibrarySystem(library);
        var id = "";
        foreach (var example in blocks.Chunk(2))
        {
            var (head, body) = Parts(example[0]);
            var request = head[0].Split(' ');
            var key = head.Skip(1).SingleOrDefault()?.Replace("Idempotency-Key: ", "", StringComparison.Ordinal);
            var reply = await system.SendAsync(request[0], request[1].TrimStart('/').Replace("{id}", id, StringComparison.Ordinal), body, key);

            var expected = example[1].Split('\n', 2);
            Assert.True(reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) == expected[0].Trim(), $"{head[0]}: {reply.Status} {reply.Body}");
            if (expected[1].Trim() is { Length: > 0 } json)
            {
                AssertHolds(JsonDocument.Parse(json).RootElement, reply.Json, $"{head[0]}: {reply.Body}");
                id = IdOf(reply.Json) ?? id;
                if (reply.Json.TryGetProperty("key", out var issued))
                {
                    system.Use(issued.GetString()!);
                }
            }
        }
    }

    private static string? IdOf(JsonElement reply) => reply.TryGetProperty("campaigns", out var campaigns) ? IdOf(campaigns[0])
        : reply.TryGetProperty("id", out var id) ? id.GetString()
        : null;

    // The document may leave properties out; what it shows must be so.
    private static void AssertHolds(JsonElement expected, JsonElement actual, string about)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                {
                    Assert.True(actual.TryGetProperty(property.Name, out var value), $"{property.Name} is missing. {about}");
                    AssertHolds(property.Value, value, about);
                }

                break;
            case JsonValueKind.Array:
                Assert.True(actual.GetArrayLength() >= expected.GetArrayLength(), about);
                foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                {
                    AssertHolds(one, other, about);
                }

                break;
            case JsonValueKind.String when expected.GetString() == "…":
                break;
            default:
                Assert.True(expected.ToString() == actual.ToString(), $"{expected} is {actual}. {about}");
                break;
        }
    }

    private static (string[] Head, string Body) Parts(string block)
    {
        var parts = block.Split("\n\n", 2);
        return (parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), parts.Length > 1 ? parts[1] : "");
    }

    [GeneratedRegex("```http\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
