using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Tests.Workflows.Dispatching;

public sealed class SendingOptionsTests
{
    [Theory]
    [InlineData(0, 0, 300)] // no limit
    [InlineData(600, 0, 300)]
    [InlineData(1000, 0, 250)] // four of them are a minute's thousand
    [InlineData(301, 0, 150)]
    [InlineData(300, 0, 300)]
    [InlineData(60, 0, 60)] // one minute's, and no more
    [InlineData(600, 100, 100)]
    [InlineData(1, 0, 1)]
    public void PeoplePerChunk_IsWholeChunksOfAMinute(int sms, int emails, int people) =>
        Assert.Equal(people, new SendingOptions("https://provby.example.se", sms, emails).PeoplePerChunk);
}
