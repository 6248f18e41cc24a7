using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Settings of a <see cref="SendGridClient"/>.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    private string _apiKey;

    /// <summary>Settings for the global region.</summary>
    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <summary>The API key, sent as a bearer token.</summary>
    /// <exception cref="ArgumentNullException">Set to nothing.</exception>
    public string ApiKey
    {
        get => _apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value));
            }

            _apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>Sets the host to the region in which the account's data stays.</summary>
    /// <param name="region">"eu" or "global".</param>
    /// <returns>These settings.</returns>
    /// <exception cref="ArgumentNullException">No region.</exception>
    /// <exception cref="InvalidOperationException">Another region.</exception>
    public SendGridClientOptions SetDataResidency(string region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            throw new ArgumentNullException(nameof(region));
        }

        Host = region switch
        {
            "eu" => "https://api.eu.sendgrid.com",
            "global" => "https://api.sendgrid.com",
            _ => throw new InvalidOperationException("Region can only be \"eu\" or \"global\"."),
        };
        return this;
    }
}
