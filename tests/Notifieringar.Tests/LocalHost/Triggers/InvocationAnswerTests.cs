using Notifieringar.LocalHost.Triggers;

namespace Notifieringar.Tests.LocalHost.Triggers;

public sealed class InvocationAnswerTests
{
    [Theory]
    [InlineData(200, "application/json", "{}", nameof(InvocationResult.Succeeded))]
    [InlineData(200, "application/json", """{"foo":1}""", nameof(InvocationResult.Succeeded))]
    [InlineData(200, "application/json", """{"Logs":null}""", nameof(InvocationResult.Succeeded))]
    [InlineData(200, "application/json", "null", nameof(InvocationResult.WrongAnswer))]
    [InlineData(200, "application/json", "", nameof(InvocationResult.WrongAnswer))]
    [InlineData(204, null, "", nameof(InvocationResult.WrongAnswer))]
    [InlineData(200, "text/plain", "ok", nameof(InvocationResult.WrongAnswer))]
    [InlineData(200, "application/problem+json", "{}", nameof(InvocationResult.WrongAnswer))]
    [InlineData(200, "application/json", "Hello World", nameof(InvocationResult.WrongAnswer))]
    [InlineData(200, "application/json", "[]", nameof(InvocationResult.WrongAnswer))]
    [InlineData(200, "application/json", """{"Logs":"notarray"}""", nameof(InvocationResult.WrongAnswer))]
    [InlineData(500, "application/json", "{}", nameof(InvocationResult.Failed))]
    [InlineData(302, "application/json", "{}", nameof(InvocationResult.Failed))]
    public void Read_AnAnswer_IsAsStrictAsTheHost(int status, string? mediaType, string body, string expected) =>
        Assert.Equal(expected, InvocationAnswer.Read(status, mediaType, body, _ => { }).Result.ToString());

    [Fact]
    public void Read_Logs_PassesThemOn()
    {
        List<string> lines = [];

        InvocationAnswer.Read(200, "application/json", """{"logs":["a","b"],"outputs":{}}""", lines.Add);

        Assert.Equal(["a", "b"], lines);
    }
}
