using System.Net;
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>An answer of the API.</summary>
public class Response
{
    /// <summary>Makes an answer.</summary>
    /// <param name="statusCode">Its status.</param>
    /// <param name="responseBody">Its body.</param>
    /// <param name="responseHeaders">Its headers.</param>
    public Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
    {
        StatusCode = statusCode;
        Body = responseBody;
        Headers = responseHeaders;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; set; }

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and < 300;

    /// <summary>The body.</summary>
    public HttpContent Body { get; set; }

    /// <summary>The headers: X-Message-Id of an accepted e-mail, X-RateLimit-* of a refused one.</summary>
    public HttpResponseHeaders Headers { get; set; }
}
