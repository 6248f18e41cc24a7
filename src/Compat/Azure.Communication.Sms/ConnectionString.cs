namespace Azure.Communication.Sms;

/// <summary>
/// A connection string as the portal shows it: <c>endpoint=https://…/;accesskey=…</c>, in any order and case of the keys.
/// </summary>
internal sealed record ConnectionString(Uri Endpoint, AzureKeyCredential Key)
{
    public static ConnectionString Parse(string text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new ArgumentException("The connection string is empty.", nameof(text));
        }

        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new ConnectionString(
            new Uri(Required(parts, "endpoint")),
            new AzureKeyCredential(Required(parts, "accesskey")));
    }

    private static string Required(Dictionary<string, string> parts, string keyword) =>
        parts.TryGetValue(keyword, out var value) && value.Length > 0
            ? value
            : throw new InvalidOperationException($"Connection string doesn't have value for keyword '{keyword}'.");
}
