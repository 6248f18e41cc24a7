using Notifieringar.Model;

namespace Notifieringar.Planning.Notices;

/// <summary>Whether a channel can reach a person.</summary>
public static class Reach
{
    /// <summary>Tells whether the person can be reached.</summary>
    /// <param name="person">The person.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>True with a Swedish mobile number, an e-mail address or a deliverable postal address that is not closed.</returns>
    public static bool Can(Person person, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return channel switch
        {
            Channel.Phone => true, // staff finds a way
            _ when person.Closed.HasFlag(Closed(channel)) => false,
            Channel.Sms => person.Phone is { IsSwedishMobile: true },
            Channel.Email => person.Email is not null,
            Channel.Letter => person.Address is { IsDeliverable: true },
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };
    }

    private static ClosedChannels Closed(Channel channel) => channel switch
    {
        Channel.Sms => ClosedChannels.Sms,
        Channel.Email => ClosedChannels.Email,
        _ => ClosedChannels.Letter,
    };
}
