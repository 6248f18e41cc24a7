using System.IO.Pipelines;
using System.Text;
using Notifieringar.Delivery.Letters.Browser;

namespace Notifieringar.Tests.Delivery.Letters;

public sealed class DevToolsPipeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly Pipe _toBrowser = new();
    private readonly Pipe _fromBrowser = new();

    private DevToolsPipe Open() => new(_toBrowser.Writer.AsStream(), _fromBrowser.Reader.AsStream(), TimeProvider.System);

    private ValueTask<FlushResult> Answer(string text) => _fromBrowser.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task SendAsync_AnswersInOtherOrderAndInPieces_EachCommandGetsItsOwn()
    {
        await using var pipe = Open();
        var first = pipe.SendAsync("A", null, null, Long, TestContext.Current.CancellationToken);
        var second = pipe.SendAsync("B", null, "s", Long, TestContext.Current.CancellationToken);
        await Answer("{\"method\":\"Event\",\"params\":{}}\0{\"id\":2,\"result\":{\"v\":\"tv");
        await Answer("å\"}}\0{\"id\":1,\"result\":{\"v\":\"ett\"}}\0");
        Assert.Equal("ett", (await first).GetProperty("v").GetString());
        Assert.Equal("två", (await second).GetProperty("v").GetString());
        await _fromBrowser.Writer.CompleteAsync();
    }

    [Fact]
    public async Task SendAsync_BrowserEnds_FailsWhatWaitsAndWhatComesAfter()
    {
        await using var pipe = Open();
        var waiting = pipe.SendAsync("A", null, null, Long, TestContext.Current.CancellationToken);
        await _fromBrowser.Writer.CompleteAsync();
        await Assert.ThrowsAsync<IOException>(() => waiting);
        Assert.False(pipe.IsOpen);
        await Assert.ThrowsAsync<IOException>(() => pipe.SendAsync("B", null, null, Long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SendAsync_Refused_SaysWhatTheBrowserSaid()
    {
        await using var pipe = Open();
        var refused = pipe.SendAsync("A", null, null, Long, TestContext.Current.CancellationToken);
        await Answer("{\"id\":1,\"error\":{\"message\":\"No such page\"}}\0");
        Assert.Contains("No such page", (await Assert.ThrowsAsync<IOException>(() => refused)).Message, StringComparison.Ordinal);
        await _fromBrowser.Writer.CompleteAsync();
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_NamesTheCommand()
    {
        await using var pipe = Open();
        var late = await Assert.ThrowsAsync<IOException>(
            () => pipe.SendAsync("Page.printToPDF", null, null, TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));
        Assert.Contains("Page.printToPDF", late.Message, StringComparison.Ordinal);
        await _fromBrowser.Writer.CompleteAsync();
    }
}
