namespace Notifieringar.LocalHost.Sandbox;

/// <summary>Counts deliveries as they come, so that asking for the counts never goes through the messages.</summary>
internal sealed class DeliveryTally
{
    private readonly Dictionary<(SandboxChannel Channel, string To, string Text, string? Tag), int> _counts = [];
    private readonly HashSet<(SandboxChannel Channel, string To, string Text, string? Tag)> _repeated = [];

    public void Add(SandboxMessage message)
    {
        var key = (message.Channel, message.To, message.Text, message.Tag);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (_counts[key] > 1)
        {
            _repeated.Add(key);
        }
    }

    public IReadOnlyList<DeliveryCount> List() => [.. _counts.Keys.Select(Count)];

    /// <summary>Only what was delivered more than once.</summary>
    public IReadOnlyList<DeliveryCount> Repeated() => [.. _repeated.Select(Count)];

    public void Clear()
    {
        _counts.Clear();
        _repeated.Clear();
    }

    private DeliveryCount Count((SandboxChannel Channel, string To, string Text, string? Tag) key) =>
        new(key.Channel, key.To, key.Text, key.Tag, _counts[key]);
}
