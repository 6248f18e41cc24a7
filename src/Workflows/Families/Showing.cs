using Notifieringar.Model;

namespace Notifieringar.Workflows.Families;

/// <summary>Whom staff's pages show, and whom a search finds. One rule for every page.</summary>
internal static class Showing
{
    /// <summary>Tells whether a person may be shown by name, address or number: nobody with protected data, and nobody who is being erased.</summary>
    public static bool IsShown(Person person) =>
        (person.Silences & (Silences.Protected | Silences.Erased)) == Silences.None && person.Address is not { IsForwardingOfProtected: true };

    /// <summary>Tells whether a search finds a person. Whoever has died is not searched for; a page that names them by an address of its own is
    /// still there for staff who speak with the family.</summary>
    public static bool IsFound(Person person) => IsShown(person) && !person.Silences.HasFlag(Silences.Deceased);
}
