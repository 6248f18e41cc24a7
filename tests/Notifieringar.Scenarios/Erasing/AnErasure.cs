using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Notifieringar.Model;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows;

namespace Notifieringar.Scenarios.Erasing;

/// <summary>Staff who carry out a family's right to its data.</summary>
internal sealed class AnErasure : IDisposable
{
    private readonly ALibrary _library;
    private readonly HttpClient _http;

    public AnErasure(ALibrary library)
    {
        _library = library;
        _http = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        _http.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
    }

    /// <summary>Orders it, without waiting: the address that tells how far it has come.</summary>
    public async Task<Uri> OrderAsync(Recipient household)
    {
        using var ordered = await _http.DeleteAsync(Of(household.Person.Id));
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        return ordered.Headers.Location!;
    }

    /// <summary>Orders it and lets it come as far as it can.</summary>
    public async Task<Uri> EraseAsync(Recipient household)
    {
        var address = await OrderAsync(household);
        await _library.DrainAsync();
        return address;
    }

    public Task<HttpResponseMessage> DeleteAsync(Uri address) => _http.DeleteAsync(address);

    public async Task<ShownErasure> ShownAsync(Uri address) => (await _http.GetFromJsonAsync<ShownErasure>(address, JsonSerializerOptions.Web))!;

    /// <summary>What the minute's timer does.</summary>
    public async Task SweepAsync()
    {
        await _library.FireAsync("SweepErasures");
        await _library.DrainAsync();
    }

    /// <summary>What is held about a household, as text.</summary>
    public Task<string> ExportAsync(Recipient household) => _http.GetStringAsync(Of(household.Person.Id));

    public Task<HttpResponseMessage> GetAsync(PersonId person) => _http.GetAsync(Of(person));

    public void Dispose() => _http.Dispose();

    private static Uri Of(PersonId person) => new($"households/{ALibrary.Unit}/{person}?by=personal-1", UriKind.Relative);
}
