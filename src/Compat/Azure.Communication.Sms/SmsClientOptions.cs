using Azure.Core;

namespace Azure.Communication.Sms;

/// <summary>Settings of an <see cref="SmsClient"/>: the service version and, inherited, retries, transport and pipeline policies.</summary>
public class SmsClientOptions : ClientOptions
{
    private const ServiceVersion Latest = ServiceVersion.V2021_03_07;

    /// <summary>Makes settings for one version of the service.</summary>
    /// <param name="version">The version of the service to call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is not one that this client knows.</exception>
    public SmsClientOptions(ServiceVersion version = Latest)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2021_03_07 => "2021-03-07",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    internal string ApiVersion { get; }

    /// <summary>The versions of the SMS service.</summary>
    public enum ServiceVersion
    {
        /// <summary>Version 2021-03-07.</summary>
        V2021_03_07 = 1,
    }
}
