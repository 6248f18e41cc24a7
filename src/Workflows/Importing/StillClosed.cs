using Notifieringar.Model;

namespace Notifieringar.Workflows.Importing;

/// <summary>Which closed channels a household keeps when it is imported again.</summary>
internal static class StillClosed
{
    /// <summary>Those whose contact is the same: a new number or address gets its chance.</summary>
    public static ClosedChannels Of(Person before, Person now)
    {
        var same = (before.Phone == now.Phone ? ClosedChannels.Sms : 0)
            | (before.Email == now.Email ? ClosedChannels.Email : 0)
            | (before.Address == now.Address ? ClosedChannels.Letter : 0);
        return before.Closed & same;
    }
}
