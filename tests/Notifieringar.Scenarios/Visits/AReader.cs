using Notifieringar.Model;

namespace Notifieringar.Scenarios.Visits;

/// <summary>Someone with a letter and a phone: no key, no cookie, and every redirect is seen.</summary>
internal sealed class AReader(ALibrary library) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = library.Machine.PublicUrl };

    /// <summary>The code in a household's letter.</summary>
    public string CodeOf(Recipient recipient) => CodeOf(recipient, Assert.Single(recipient.Invitations));

    public Task<HttpResponseMessage> LookAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The code of one of several invitations.</summary>
    public string CodeOf(Recipient recipient, Invitation invitation) =>
        library.Codes.CodeOf(recipient.Person.Id, invitation.Occasion, invitation.Sequence);

    /// <summary>The times that a family's page offers, in the form that is sent back.</summary>
    public async Task<IReadOnlyList<string>> TimesAsync(string code) =>
        TimesOn(await (await LookAsync($"/s/{code}?times=all")).Content.ReadAsStringAsync());

    public static IReadOnlyList<string> TimesOn(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, @"name=""slot"" value=""(\d{8}T\d{4})""").Select(match => match.Groups[1].Value)];

    /// <summary>Presses a button.</summary>
    public async Task<HttpResponseMessage> PressAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    public async Task<HttpResponseMessage> AnswerAsync(string path, string answer)
    {
        using var form = new FormUrlEncodedContent([new("answer", answer)]);
        return await _http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    public void Dispose() => _http.Dispose();
}
