using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Someone at the library with the function key: silences, stops and handles printed letters.</summary>
internal sealed class AStaffMember : IDisposable
{
    private readonly ALibrary _library;
    private readonly HttpClient _http;

    public AStaffMember(ALibrary library)
    {
        _library = library;
        _http = new HttpClient { BaseAddress = library.Machine.PublicUrl };
        _http.DefaultRequestHeaders.Add("x-functions-key", library.Machine.FunctionKey);
    }

    /// <summary>Orders a silence, without waiting for it.</summary>
    public async Task<Uri> OrderSilenceAsync(Recipient household, string kind, ChildId? child = null)
    {
        var ordered = await PostSilenceAsync(new { person = household.Person.Id.Value, kind, child = child?.Value, by = "personal-1" });
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        return ordered.Headers.Location!;
    }

    public Task<HttpResponseMessage> PostSilenceAsync(object order) => _http.PostAsJsonAsync(new Uri($"silences/{ALibrary.Unit}", UriKind.Relative), order);

    public async Task<SilenceReceipt> ReceiptAsync(Uri address) => (await _http.GetFromJsonAsync<SilenceReceipt>(address))!;

    /// <summary>Orders a silence and waits until it is done.</summary>
    public async Task<SilenceReceipt> SilenceAsync(Recipient household, string kind, ChildId? child = null)
    {
        var address = await OrderSilenceAsync(household, kind, child);
        await _library.DrainAsync();
        var receipt = await ReceiptAsync(address);
        Assert.NotNull(receipt.DoneAt);
        return receipt;
    }

    public async Task<StopState> StopAsync(string path = "stops")
    {
        using var reason = new StringContent("fel text i brevet", Encoding.UTF8, "text/plain");
        using var answer = await _http.PutAsync(new Uri(path, UriKind.Relative), reason);
        return (await answer.Content.ReadFromJsonAsync<StopState>(JsonSerializerOptions.Web))!;
    }

    public async Task<IReadOnlyList<ListedImport>> ImportsAsync() =>
        (await _http.GetFromJsonAsync<ListedImport[]>(new Uri($"imports/{ALibrary.Unit}", UriKind.Relative)))!;

    /// <summary>Posts an order.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, object order) => _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), order);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Notes something of a home, or takes the mark away.</summary>
    public async Task<HttpResponseMessage> MarkAsync(Recipient household, string mark, bool stands = true)
    {
        using var order = new HttpRequestMessage(stands ? HttpMethod.Put : HttpMethod.Delete, new Uri($"homes/{ALibrary.Unit}/{household.Person.Id}/{mark}", UriKind.Relative));
        order.Content = JsonContent.Create(new { by = "personal-1" });
        return await _http.SendAsync(order);
    }

    public Task<HttpResponseMessage> PutAsync(string path) => _http.PutAsync(new Uri(path, UriKind.Relative), content: null);

    public async Task<StopState> ResumeAsync(string path = "stops") =>
        (await (await _http.DeleteAsync(new Uri(path, UriKind.Relative))).Content.ReadFromJsonAsync<StopState>(JsonSerializerOptions.Web))!;

    public async Task<IReadOnlyList<ShownPart>> PartsAsync() =>
        (await _http.GetFromJsonAsync<ShownPart[]>(new Uri($"letters/{ALibrary.Unit}", UriKind.Relative), JsonSerializerOptions.Web))!;

    /// <summary>Says what has been done with a part, or with the letter on one of its pages.</summary>
    public Task<HttpResponseMessage> SayAsync(ShownPart part, string done, int? page = null)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"letters/{ALibrary.Unit}/{part.Run}/{part.Part}/{done}{(page is null ? "" : "/")}{page}");
        return _http.PostAsync(new Uri(address, UriKind.Relative), content: null);
    }

    public async Task SaysAsync(ShownPart part, string done, int? page = null)
    {
        using var answer = await SayAsync(part, done, page);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>The row keys in Work that name a person.</summary>
    public async Task<IReadOnlyList<string>> WorkOfAsync(Recipient household) =>
        [.. (await WorkAsync()).Where(row => row.Contains(household.Person.Id.Value, StringComparison.Ordinal))];

    /// <summary>All row keys in Work.</summary>
    public async Task<IReadOnlyList<string>> WorkAsync()
    {
        var work = await new Tables(new TableServiceClient(_library.Machine.ConnectionString)).GetAsync("Work");
        var rows = new List<string>();
        await foreach (var row in work.QueryAsync<TableEntity>(""))
        {
            rows.Add(row.RowKey);
        }

        return rows;
    }

    public async Task<IReadOnlyList<string>> SlotsAsync()
    {
        var slots = await new Tables(new TableServiceClient(_library.Machine.ConnectionString)).GetAsync("Slots");
        var rows = new List<string>();
        await foreach (var row in slots.QueryAsync<TableEntity>(""))
        {
            rows.Add(row.RowKey);
        }

        return rows;
    }

    public void Dispose() => _http.Dispose();
}
