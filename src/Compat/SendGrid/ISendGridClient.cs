using System.Net.Http.Headers;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>A client of the SendGrid Web API.</summary>
public interface ISendGridClient
{
    /// <summary>The path of requests that name none.</summary>
    string UrlPath { get; set; }

    /// <summary>The API version, the first segment of every path.</summary>
    string Version { get; set; }

    /// <summary>The media type of request bodies.</summary>
    string MediaType { get; set; }

    /// <summary>Reads an Authorization header.</summary>
    /// <param name="header">The header's name and its value, scheme and parameter.</param>
    /// <returns>The scheme and parameter.</returns>
    AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header);

    /// <summary>Sends a request that the caller has made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer, whatever its status.</returns>
    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Makes and sends a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="requestBody">The JSON body, or null.</param>
    /// <param name="queryParams">The query as a JSON object of names to values or lists of values, or null.</param>
    /// <param name="urlPath">The path after the version; null for <see cref="UrlPath"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer, whatever its status.</returns>
    Task<Response> RequestAsync(
        BaseClient.Method method,
        string requestBody = null,
        string queryParams = null,
        string urlPath = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sends an e-mail.</summary>
    /// <param name="msg">The e-mail.</param>
    /// <param name="cancellationToken">Stops waiting; the e-mail may have been sent.</param>
    /// <returns>The answer: 202 when the e-mail was accepted.</returns>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
