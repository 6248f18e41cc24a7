namespace Notifieringar.LocalHost.Sandbox;

/// <summary>How often the same thing was delivered to the same receiver. More than once is what must never happen.</summary>
internal sealed record DeliveryCount(SandboxChannel Channel, string To, string Text, string? Tag, int Count);
