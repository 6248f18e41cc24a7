using Azure.Core;

namespace Azure.Storage.Blobs;

/// <summary>Settings of the blob clients: service version, and what every Azure client has (retries, diagnostics, transport).</summary>
public class BlobClientOptions : ClientOptions
{
    /// <summary>Makes options for one version of the service's API.</summary>
    public BlobClientOptions(ServiceVersion version = ServiceVersion.V2023_11_03)
    {
        Version = version;
        Diagnostics.LoggedHeaderNames.Add("x-ms-error-code");
        Diagnostics.LoggedHeaderNames.Add("x-ms-version");
    }

    /// <summary>The service's API version.</summary>
    public ServiceVersion Version { get; }

    internal string VersionText => Version switch
    {
        ServiceVersion.V2021_12_02 => "2021-12-02",
        ServiceVersion.V2023_11_03 => "2023-11-03",
        _ => throw new ArgumentOutOfRangeException(nameof(Version)),
    };

    /// <summary>Versions of the service's API.</summary>
    public enum ServiceVersion
    {
        /// <summary>2021-12-02.</summary>
        V2021_12_02 = 15,

        /// <summary>2023-11-03.</summary>
        V2023_11_03 = 20,
    }
}
