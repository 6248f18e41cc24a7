using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Tests.LocalHost.Sandbox;

public sealed class MessageStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifieringar-store-");
    private readonly string _path;
    private MessageStore _store;

    public MessageStoreTests()
    {
        _path = Path.Combine(_folder.FullName, "sandbox.jsonl");
        _store = new MessageStore(_path);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Add_EachMessage_IsOnFileBeforeItCounts()
    {
        Add("ett");
        using var another = new MessageStore(_path);

        Assert.Equal("ett", Assert.Single(another.All).Text);
    }

    [Fact]
    public void All_ThenMore_StaysAsItWas()
    {
        Add("ett");
        var before = _store.All;
        Enumerable.Range(0, 2_000).ToList().ForEach(number => Add($"nr {number}"));

        Assert.Equal("ett", Assert.Single(before).Text);
        Assert.Equal(2_001, _store.All.Count);
        Assert.Equal(["nr 1998", "nr 1999"], _store.After(1_999).Select(message => message.Text));
        Assert.Equal((null, "ett", "nr 1999", null), (_store.Find(0)?.Text, _store.Find(1)?.Text, _store.Find(2_001)?.Text, _store.Find(2_002)?.Text));
    }

    [Fact]
    public void Counts_TheSameTwice_AreCountedAsTheyCome()
    {
        Add("ett");
        Add("två");
        Add("ett");

        Assert.Equal([("ett", 2), ("två", 1)], _store.Counts().Select(count => (count.Text, count.Count)));
        Assert.Equal("ett", Assert.Single(_store.Repeated()).Text);
        _store.Clear();
        Assert.Empty(_store.Counts());
        Assert.Empty(_store.Repeated());
        Assert.False(File.Exists(_path));
    }

    [Fact]
    public void Open_AfterAKillInTheMiddleOfALine_LosesThatLineOnly()
    {
        Add("ett");
        _store.Dispose();
        File.AppendAllText(_path, """{"number":2,"chan""");

        _store = new MessageStore(_path);
        Add("två");
        using var next = new MessageStore(_path);

        Assert.Equal([(1, "ett"), (2, "två")], next.All.Select(message => (message.Number, message.Text)));
        Assert.Equal("två", next.FindRepeatable("TVÅ")?.Text);
    }

    private void Add(string text) => _store.Add(number => new SandboxMessage
    {
        Number = number,
        Channel = SandboxChannel.Sms,
        MessageId = $"Outgoing_{number}",
        ReceivedAt = DateTimeOffset.UnixEpoch,
        ShownAt = DateTimeOffset.UnixEpoch,
        From = "Bibblan",
        To = "+46701740605",
        Text = text,
        Repeatable = new RepeatableRequest(text, DateTimeOffset.UnixEpoch, "digest"),
    });
}
