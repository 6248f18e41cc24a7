namespace Notifieringar.Model;

/// <summary>What may be seen by someone looking over the shoulder; decides sender, subject, SMS text and envelope.</summary>
public enum Discretion
{
    /// <summary>Open or organisation mail.</summary>
    D0,

    /// <summary>Ordinary household mail.</summary>
    D1,

    /// <summary>Being part of the programme is itself sensitive: neutral sender and text.</summary>
    D2,

    /// <summary>Never individual messages from this system.</summary>
    D3,
}
