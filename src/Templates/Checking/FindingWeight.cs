namespace Notifieringar.Templates.Checking;

/// <summary>How much a finding matters.</summary>
public enum FindingWeight
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>The text can be sent, but would be better without it.</summary>
    Warning,

    /// <summary>The text must not be published.</summary>
    Error,
}
