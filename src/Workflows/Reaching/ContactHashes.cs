using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Reaching;

/// <summary>Hashes of contacts: an HMAC, so that nobody without the key can try all phone numbers against them.</summary>
public sealed class ContactHashes
{
    private const int ShortestKey = 16;
    private const int ErasureLength = 32;
    private readonly byte[] _key;

    /// <summary>Makes hashes with a secret.</summary>
    /// <param name="key">At least 16 random bytes.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public ContactHashes(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Length >= ShortestKey ? key : throw new ArgumentException("Contacts__HashKey must be at least 16 random bytes in base64.", nameof(key));
    }

    /// <summary>The hash of a phone number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>64 lower-case hex digits.</returns>
    public string Of(PhoneNumber number) => Hash($"phone:{number.E164}");

    /// <summary>The hash of an e-mail address, whatever its case: nearly every mailbox is the same in any.</summary>
    /// <param name="address">The address.</param>
    /// <returns>64 lower-case hex digits.</returns>
    public string Of(EmailAddress address) => Hash($"email:{address.Value.ToLowerInvariant()}");

    /// <summary>The hash of a person's id, which is derived from the source's own reference and so comes back with it.</summary>
    /// <param name="person">The person.</param>
    /// <returns>64 lower-case hex digits.</returns>
    public string Of(PersonId person) => Hash($"person:{person}");

    /// <summary>The id of a person's erasure. It is another hash than the one an opt-out is remembered by: lifting one leaves the other.</summary>
    /// <param name="person">The person.</param>
    /// <returns>32 lower-case hex digits.</returns>
    public string OfErased(PersonId person) => Hash($"erased:{person}")[..ErasureLength];

    /// <summary>The hash of the contact by which a channel reaches a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>The hash; null when the person has no such contact, and for letters.</returns>
    public string? Of(Person person, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return channel switch
        {
            Channel.Sms => person.Phone is { } phone ? Of(phone) : null,
            Channel.Email => person.Email is { } email ? Of(email) : null,
            _ => null,
        };
    }

    private string Hash(string contact) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(contact)));
}
