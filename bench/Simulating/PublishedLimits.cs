namespace Notifieringar.Bench.Simulating;

/// <summary>What the providers publish. docs/scale.md names the pages.</summary>
internal static class PublishedLimits
{
    /// <summary>Rows a second of one partition of a table, of 1 KiB each.</summary>
    public const double RowsOfPartition = 2_000;

    /// <summary>Rows a second of all tables of a storage account, of 1 KiB each.</summary>
    public const double RowsOfAccount = 20_000;

    /// <summary>Messages a second of one queue.</summary>
    public const double MessagesOfQueue = 2_000;

    /// <summary>SMS a minute of one Communication Services resource that sends under a name.</summary>
    public const double SmsOfResource = 600;

    /// <summary>Seconds a function may take: our own, in host.json. On Flex Consumption it may be longer.</summary>
    public const double FunctionSeconds = 300;
}
