using System.Text.Json;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Tests.Records.Storage;

public sealed class QueueEnvelopeTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly ChunkReference Reference = new("campaign~provby~a1b2c3~invitation~2025020314~provby~0", "0~0123456789abcdef0123456789abcdef");

    [Fact]
    public void Text_WithoutATrace_IsTheMessageAlone() =>
        Assert.Equal("""{"batch":"b","chunk":"c"}""", QueueEnvelope.Text(new ChunkReference("b", "c"), traceParent: null, Duration.FromSeconds(5)));

    [Fact]
    public void Text_WithATrace_IsReadAsTheMessage_AndStaysSmall()
    {
        var text = QueueEnvelope.Text(Reference, Trace, Duration.FromSeconds(5));

        Assert.Equal(Reference, JsonSerializer.Deserialize<ChunkReference>(text, JsonSerializerOptions.Web));
        var all = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!;
        Assert.Equal((Trace, 5), (all[QueueEnvelope.TraceParent].GetString(), all[QueueEnvelope.Delay].GetInt32()));
        Assert.InRange(text.Length, 1, 1024);
    }

    [Fact]
    public void Text_BesideTheMessage_HasOnlyWhatTheEnvelopeKnows()
    {
        var message = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(QueueEnvelope.Text(Reference, traceParent: null, delay: null))!;
        var whole = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(QueueEnvelope.Text(Reference, Trace, Duration.FromSeconds(5)))!;

        Assert.All(whole.Keys.Except(message.Keys), name => Assert.True(QueueEnvelope.Has(name)));
        Assert.DoesNotContain(message.Keys, QueueEnvelope.Has);
    }
}
