namespace Notifieringar.Model;

/// <summary>What somebody at a unit may do on staff's pages.</summary>
public enum StaffRole
{
    /// <summary>Sees the unit's pages, phones families, posts letters.</summary>
    Staff,

    /// <summary>Prepares, pauses and calls off campaigns.</summary>
    Campaigner,

    /// <summary>Approves campaigns.</summary>
    Approver,

    /// <summary>Edits texts and rules.</summary>
    Administrator,
}
