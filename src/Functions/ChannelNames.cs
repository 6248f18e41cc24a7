using Notifieringar.Model;

namespace Notifieringar.Functions;

/// <summary>Channels that have texts, as addresses name them.</summary>
internal static class ChannelNames
{
    /// <summary>The channel; null for another word.</summary>
    public static Channel? Find(string? name) => name switch
    {
        "sms" => Channel.Sms,
        "email" => Channel.Email,
        "letter" => Channel.Letter,
        _ => null,
    };
}
