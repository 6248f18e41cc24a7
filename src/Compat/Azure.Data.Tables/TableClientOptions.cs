using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How a client talks to the service: retries, transport, diagnostics and protocol version.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Makes options for a version of the protocol.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is unknown.</exception>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionHeader = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };

        // Filters and continuation tokens hold keys and stay out of the logs; these say nothing of anyone.
        Diagnostics.LoggedQueryParameters.Add("$format");
        Diagnostics.LoggedQueryParameters.Add("$top");
        Diagnostics.LoggedHeaderNames.Add("x-ms-error-code");
    }

    /// <summary>The versions of the protocol that the client can speak.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06.</summary>
        V2020_12_06 = 2,
    }

    internal string VersionHeader { get; }
}
