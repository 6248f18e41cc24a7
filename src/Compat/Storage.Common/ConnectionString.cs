namespace Storage.Common;

/// <summary>A storage account's connection string, read once: whose account, which key, and where its services answer.</summary>
internal sealed class StorageConnectionString
{
    // The emulator's account and key are published by its vendor and open nothing but an emulator.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Uri? _blob;
    private readonly Uri? _queue;
    private readonly Uri? _table;

    private StorageConnectionString(string accountName, string accountKey, Uri? blob, Uri? queue, Uri? table)
    {
        AccountName = accountName;
        AccountKeyBase64 = accountKey;
        AccountKey = Decode(accountKey);
        _blob = blob;
        _queue = queue;
        _table = table;
    }

    public string AccountName { get; }

    public byte[] AccountKey { get; }

    public string AccountKeyBase64 { get; }

    public Uri BlobEndpoint => _blob ?? throw Missing("BlobEndpoint");

    public Uri QueueEndpoint => _queue ?? throw Missing("QueueEndpoint");

    public Uri TableEndpoint => _table ?? throw Missing("TableEndpoint");

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">The text is null or empty.</exception>
    /// <exception cref="FormatException">A setting is malformed, unknown in value, given twice, or missing. No message quotes the text: it
    /// holds a key.</exception>
    public static StorageConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = Split(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            return string.Equals(emulator, "true", StringComparison.OrdinalIgnoreCase)
                ? Emulator(settings)
                : throw new FormatException("UseDevelopmentStorage can only be 'true'.");
        }

        var blob = Endpoint(settings, "BlobEndpoint", "blob");
        var queue = Endpoint(settings, "QueueEndpoint", "queue");
        var table = Endpoint(settings, "TableEndpoint", "table");
        if (blob is null && queue is null && table is null)
        {
            throw new FormatException(
                "The connection string names no service: it needs AccountName with EndpointSuffix or DefaultEndpointsProtocol, or explicit endpoints.");
        }

        return new StorageConnectionString(Required(settings, "AccountName"), Required(settings, "AccountKey"), blob, queue, table);
    }

    private static StorageConnectionString Emulator(Dictionary<string, string> settings)
    {
        var proxy = settings.TryGetValue("DevelopmentStorageProxyUri", out var text) ? Absolute(text, "DevelopmentStorageProxyUri") : null;
        var host = proxy is null ? "http://127.0.0.1" : proxy.GetComponents(UriComponents.Scheme | UriComponents.Host, UriFormat.UriEscaped);
        Uri At(int port) => new($"{host}:{port}/{EmulatorAccount}");
        return new StorageConnectionString(EmulatorAccount, EmulatorKey, At(10000), At(10001), At(10002));
    }

    private static Dictionary<string, string> Split(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException("Every setting in a connection string must be of the form 'name=value'.");
            }

            var name = part[..equals].Trim();
            if (!settings.TryAdd(name, part[(equals + 1)..].Trim()))
            {
                throw new FormatException($"The connection string gives '{name}' twice.");
            }
        }

        return settings;
    }

    private static Uri? Endpoint(Dictionary<string, string> settings, string name, string service)
    {
        if (settings.TryGetValue(name, out var given))
        {
            return Absolute(given, name);
        }

        // Explicit endpoints replace the derived ones; a string with neither a suffix nor a protocol derives nothing.
        if (!settings.ContainsKey("EndpointSuffix") && !settings.ContainsKey("DefaultEndpointsProtocol"))
        {
            return null;
        }

        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        if (!protocol.Equals("https", StringComparison.OrdinalIgnoreCase) && !protocol.Equals("http", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException("DefaultEndpointsProtocol must be 'http' or 'https'.");
        }

        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return Absolute($"{protocol}://{Required(settings, "AccountName")}.{service}.{suffix}/", name);
    }

    private static Uri Absolute(string text, string name) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : throw new FormatException($"'{name}' is not an absolute http or https address.");

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Missing(name);

    private static FormatException Missing(string name) => new($"The connection string has no '{name}'.");

    private static byte[] Decode(string accountKey)
    {
        var bytes = new byte[accountKey.Length];
        return Convert.TryFromBase64String(accountKey, bytes, out var length) && length > 0
            ? bytes[..length]
            : throw new FormatException("AccountKey is not base64.");
    }
}
