using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Settings common to all clients.</summary>
public class BaseClientOptions
{
    /// <summary>Headers added to every request.</summary>
    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    /// <summary>Scheme and host of the API.</summary>
    public string Host { get; set; }

    /// <summary>The API version; v3 when not set.</summary>
    public string Version { get; set; }

    /// <summary>The path of requests that name none.</summary>
    public string UrlPath { get; set; }

    /// <summary>The Authorization header of every request.</summary>
    public AuthenticationHeaderValue Auth { get; set; }

    /// <summary>Whether an answer that is not 2xx is thrown instead of returned.</summary>
    public bool HttpErrorAsException { get; set; }
}
