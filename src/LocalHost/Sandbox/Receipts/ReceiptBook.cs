namespace Notifieringar.LocalHost.Sandbox.Receipts;

/// <summary>What the function app has been told about each message, for the outbox page and for tests; kept in memory only.</summary>
internal sealed class ReceiptBook
{
    private readonly Lock _changing = new();
    private readonly List<ReceiptNews> _news = [];

    public void Write(SandboxMessage message, ReceiptState state)
    {
        lock (_changing)
        {
            _news.Add(new ReceiptNews(_news.Count + 1, message.Number, message.Channel, state));
        }
    }

    /// <summary>Oldest first; a duplicate is there twice.</summary>
    public IReadOnlyList<ReceiptNews> After(int stamp)
    {
        lock (_changing)
        {
            return _news[Math.Clamp(stamp, 0, _news.Count)..];
        }
    }

    public void Clear()
    {
        lock (_changing)
        {
            _news.Clear();
        }
    }
}

/// <summary>One receipt the function app has taken. The stamp rises by one with each.</summary>
internal sealed record ReceiptNews(int Stamp, int Message, SandboxChannel Channel, ReceiptState State);
