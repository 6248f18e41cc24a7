using Notifieringar.Model;
using Notifieringar.Records.Chunks;

namespace Notifieringar.Tests.Records.Chunks;

public sealed class ChunkBoundsTests
{
    private static readonly PersonId Person = new("0fffffffffffffffffffffffffffffff");

    [Fact]
    public void Beside_APerson_IsTheNextIdEitherWay()
    {
        Assert.Equal(new PersonId("10000000000000000000000000000000"), ChunkBounds.Beside(Person, isAfter: true));
        Assert.Equal(new PersonId("0ffffffffffffffffffffffffffffffe"), ChunkBounds.Beside(Person, isAfter: false));
    }

    [Fact]
    public void LogName_OfAChunk_DoesNotHoldAPersonsId()
    {
        var chunk = new Chunk("due~x", Some.Unit, "0", Person, Person, "sprakstart-6", "reminder", "2027030108~asinge~0", 1);

        Assert.Contains(Person.Value, chunk.Id, StringComparison.Ordinal);
        Assert.Equal("0~0fff", chunk.LogName);
    }
}
