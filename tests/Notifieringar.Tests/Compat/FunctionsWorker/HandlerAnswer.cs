using System.Net;
using System.Text.Json;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

internal static class HandlerAnswer
{
    /// <summary>Asserts the status and the form that the host can take: a JSON object as application/json, never empty.</summary>
    public static async Task Is(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(JsonValueKind.Object, body.RootElement.ValueKind);
    }
}
