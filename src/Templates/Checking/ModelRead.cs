namespace Notifieringar.Templates.Checking;

/// <summary>A name that a text reads, and where.</summary>
/// <param name="Path">The name with its members, for example <c>visit.date</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ModelRead(string Path, SourcePlace Place)
{
    public string Root => Path.Split('.')[0];
}
