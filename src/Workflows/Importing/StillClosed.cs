using Notifieringar.Model;

namespace Notifieringar.Workflows.Importing;

/// <summary>Which channels stay closed when a file brings a household again: a contact that is another opens its channel.</summary>
internal static class StillClosed
{
    public static ClosedChannels Of(Person imported, Person stored)
    {
        // A contact that has gone missing is no new one: its channel stays closed for when the old one comes back.
        var opened = (IsAnother(imported.Address, stored.Address) ? ClosedChannels.Letter : 0)
            | (IsAnother(imported.Phone, stored.Phone) ? ClosedChannels.Sms : 0)
            | (IsAnother(imported.Email, stored.Email) ? ClosedChannels.Email : 0);
        return stored.Closed & ~opened;
    }

    private static bool IsAnother<T>(T? imported, T? stored) => imported is not null && !imported.Equals(stored);
}
