using System.Collections.Immutable;
using Notifieringar.Model;
using Notifieringar.Records.Silencing;
using NodaTime;

namespace Notifieringar.Records.Erasing;

/// <summary>The queue message of an erasure.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Erasure">The erasure's id: a hash of the household's with a secret, so that it says nothing when the household is gone.</param>
public sealed record ErasureReference(string Unit, string Erasure);

/// <summary>An erasure in progress. What it names is forgotten when it is done.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Id">Its id: the same for the same household, so that asking twice asks once.</param>
/// <param name="Person">The household.</param>
/// <param name="By">Who ordered it, as an opaque id.</param>
/// <param name="OrderedAt">When, on the clock that decides what is due.</param>
/// <param name="Links">Other homes of its children, whose rows name it.</param>
/// <param name="Numbers">Hashes of the phone numbers it has had, to find its messages by.</param>
/// <param name="WipedAt">Real time of the first wiping; null before.</param>
/// <param name="Version">The row's version as read.</param>
/// <param name="MayReturn">True for one that goes by its age: a later import may bring it back. One that has asked for it may not.</param>
public sealed record Erasure(
    UnitId Unit,
    string Id,
    PersonId Person,
    string By,
    Instant OrderedAt,
    ImmutableArray<PersonId> Links,
    ImmutableArray<string> Numbers,
    DateTimeOffset? WipedAt = null,
    string Version = "",
    bool MayReturn = false)
{
    /// <summary>Its name on the queue.</summary>
    public ErasureReference Reference => new(Unit.Value, Id);

    /// <summary>The silence it begins with. It stands in no journal of silences: the erasure's own stands for it.</summary>
    public Silence Silence => new(Unit, Id, SilenceKind.Erased, Person, Child: null, By, OrderedAt);
}

/// <summary>What is known of an erasure, also when the household is gone: no names and no ids of people.</summary>
/// <param name="Erasure">Its id.</param>
/// <param name="OrderedAt">When it was last ordered.</param>
/// <param name="DoneAt">When all was done; null while it is in progress.</param>
/// <param name="Stopped">What its silence has stopped; null before that is known.</param>
/// <param name="By">Who ordered it, as an opaque id.</param>
public sealed record ErasureRecord(string Erasure, DateTimeOffset OrderedAt, DateTimeOffset? DoneAt, SilenceReceipt? Stopped, string By);
