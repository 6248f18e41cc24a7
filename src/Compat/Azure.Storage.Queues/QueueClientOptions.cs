using Azure.Core;

namespace Azure.Storage.Queues;

/// <summary>Settings of the queue clients: service version, message encoding, and what every Azure client has (retries, diagnostics, transport).</summary>
public class QueueClientOptions : ClientOptions
{
    /// <summary>Makes options for one version of the service's API.</summary>
    public QueueClientOptions(ServiceVersion version = ServiceVersion.V2023_11_03)
    {
        Version = version;
        Diagnostics.LoggedHeaderNames.Add("x-ms-error-code");
        Diagnostics.LoggedHeaderNames.Add("x-ms-version");
    }

    /// <summary>
    /// Raised for each received or peeked message that the encoding cannot decode; without a handler such a message is a
    /// <see cref="FormatException"/>.
    /// </summary>
    public event SyncAsyncEventHandler<QueueMessageDecodingFailedEventArgs>? MessageDecodingFailed;

    /// <summary>The service's API version.</summary>
    public ServiceVersion Version { get; }

    /// <summary>How message bodies are written and read; <see cref="QueueMessageEncoding.None"/> unless set.</summary>
    public QueueMessageEncoding MessageEncoding { get; set; }

    internal SyncAsyncEventHandler<QueueMessageDecodingFailedEventArgs>? DecodingFailed => MessageDecodingFailed;

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
