using System.Net;
using System.Net.Http.Json;
using Notifieringar.LocalHost;
using Notifieringar.Model;

namespace Notifieringar.Scenarios.Faults;

/// <summary>Silences households while the campaign runs, as staff would, and remembers when each was taken.</summary>
internal sealed class SilencedHouseholds(LocalMachine machine, FaultOptions options, IReadOnlyList<PersonId> people) : IDisposable
{
    private static readonly string[] Kinds = ["protected", "opted-out", "moved", "deceased", "child-deceased", "custody-lost"];
    private readonly HttpClient _http = new() { BaseAddress = machine.PublicUrl, Timeout = TimeSpan.FromSeconds(30) };
    private readonly Dictionary<PersonId, DateTimeOffset> _taken = [];

    /// <summary>When the system said that it had it.</summary>
    public IReadOnlyDictionary<PersonId, DateTimeOffset> Taken => _taken;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var random = new Random(options.Seed + 7);
        foreach (var person in people.OrderBy(_ => random.Next()).Take(options.Silenced).ToList())
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            while (!await TrySilenceAsync(person, kind, cancellation))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }

            _taken[person] = TimeProvider.System.GetUtcNow();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(600)), cancellation);
        }
    }

    public void Dispose() => _http.Dispose();

    // Staff presses the button again while the page says that it did not work.
    private async Task<bool> TrySilenceAsync(PersonId person, string kind, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"silences/{FaultCampaign.Unit}", UriKind.Relative))
        {
            Content = JsonContent.Create(new { person = person.Value, kind, child = kind == "child-deceased" ? FaultCampaign.Child.Value : null }),
        };
        request.Headers.Add("x-functions-key", machine.FunctionKey);
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            Assert.True(answer.StatusCode is HttpStatusCode.Accepted or >= HttpStatusCode.InternalServerError, $"A silence was answered {answer.StatusCode}.");
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
