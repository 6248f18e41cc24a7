using NodaTime;

namespace Notifieringar.Delivery.Email;

/// <summary>What a calendar file says of an occasion. It says no more than the e-mail it goes with.</summary>
/// <param name="Uid">The same for an occasion however often it is moved, so that calendars replace it.</param>
/// <param name="Sequence">Higher whenever it has changed; calendars take no notice of a lower one.</param>
/// <param name="IsCancelled">True when it is called off.</param>
/// <param name="Starts">Local time in Europe/Stockholm.</param>
/// <param name="Ends">Local time in Europe/Stockholm.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">More; null for nothing.</param>
/// <param name="Location">Where; null when it is not known.</param>
/// <param name="OrganizerName">Who invites.</param>
/// <param name="OrganizerAddress">The organizer's e-mail address.</param>
/// <param name="AttendeeAddress">Who is invited; null when whoever takes the file is not known.</param>
public sealed record CalendarEvent(
    string Uid,
    int Sequence,
    bool IsCancelled,
    LocalDateTime Starts,
    LocalDateTime Ends,
    string Summary,
    string? Description,
    string? Location,
    string OrganizerName,
    string OrganizerAddress,
    string? AttendeeAddress)
{
    /// <summary>The iTIP method (RFC 5546): the same word stands in the file and in its media type.</summary>
    public string Method => IsCancelled ? "CANCEL" : AttendeeAddress is null ? "PUBLISH" : "REQUEST";
}
