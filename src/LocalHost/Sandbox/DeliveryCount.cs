namespace Notifieringar.LocalHost.Sandbox;

/// <summary>How often the same thing was delivered to the same receiver. More than once is what must never happen.</summary>
internal sealed record DeliveryCount(SandboxChannel Channel, string To, string Text, string? Tag, int Count)
{
    public static IReadOnlyList<DeliveryCount> Of(IEnumerable<SandboxMessage> messages) =>
    [
        .. messages
            .GroupBy(message => (message.Channel, message.To, message.Text, message.Tag))
            .Select(same => new DeliveryCount(same.Key.Channel, same.Key.To, same.Key.Text, same.Key.Tag, same.Count())),
    ];
}
