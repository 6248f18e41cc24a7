using Notifieringar.Model;
using Notifieringar.Workflows.Access;

namespace Notifieringar.Workflows.Answers;

/// <summary>Tokens in unsubscribe addresses: unit and person, sealed.</summary>
public sealed class UnsubscribeTokens
{
    private readonly SealedText _texts;

    /// <summary>Makes tokens with a secret.</summary>
    /// <param name="key">That of the answer codes.</param>
    public UnsubscribeTokens(byte[] key) => _texts = new SealedText(key, "unsubscribe");

    /// <summary>The token of a person: the same every time.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="person">The person.</param>
    /// <returns>Letters, digits, hyphens and underscores.</returns>
    public string Of(UnitId unit, PersonId person) => _texts.Seal($"{unit}~{person}");

    /// <summary>Whose token it is.</summary>
    /// <param name="token">A token from an address.</param>
    /// <returns>Unit and person; null for a token that we have not made.</returns>
    public (UnitId Unit, PersonId Person)? Read(string token) =>
        _texts.Open(token)?.Split('~') is [var unit, var person] ? (new UnitId(unit), new PersonId(person)) : null;
}
