namespace Notifieringar.Model;

/// <summary>The deterministic name of a notice within its person: the same thing to say has the same key, so it cannot be said twice.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Occasion">The occasion's or campaign's id.</param>
/// <param name="Sequence">Rises when time or place changes.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel.</param>
public readonly record struct NoticeKey(string Programme, string Occasion, int Sequence, string Step, Channel Channel)
{
    private const char Separator = '~';

    /// <summary>Reads a key written by <see cref="ToString"/>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">The text is not a notice key.</exception>
    public static NoticeKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var key)
            ? key
            : throw new FormatException("A notice key has five parts: programme~occasion~sequence~step~channel.");
    }

    /// <summary>Reads a key written by <see cref="ToString"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when the text is not a notice key.</returns>
    public static bool TryParse(string text, out NoticeKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = default;
        var parts = text.Split(Separator);
        if (parts.Length != 5
            || !int.TryParse(parts[2], System.Globalization.CultureInfo.InvariantCulture, out var sequence)
            || ChannelOf(parts[4]) is not { } channel)
        {
            return false;
        }

        key = new NoticeKey(parts[0], parts[1], sequence, parts[3], channel);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Programme}~{Occasion}~{Sequence}~{Step}~{NameOf(Channel)}");

    private static Channel? ChannelOf(string name) => name switch
    {
        "sms" => Channel.Sms,
        "email" => Channel.Email,
        "letter" => Channel.Letter,
        "phone" => Channel.Phone,
        _ => null,
    };

    private static string NameOf(Channel channel) => channel switch
    {
        Channel.Sms => "sms",
        Channel.Email => "email",
        Channel.Letter => "letter",
        Channel.Phone => "phone",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}
