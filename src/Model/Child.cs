using NodaTime;

namespace Notifieringar.Model;

/// <summary>A child in a household: a first name and a birth date, nothing more.</summary>
/// <param name="Id">The same in both homes of a child with two.</param>
/// <param name="FirstName">The name used in texts.</param>
/// <param name="BirthDate">Decides when a visit is due.</param>
/// <param name="LivesHere">True in the household where the child is registered; visits take place there.</param>
/// <param name="Deceased">True when the child has died: nothing is ever said about it again.</param>
public sealed record Child(ChildId Id, string FirstName, LocalDate BirthDate, bool LivesHere, bool Deceased);
