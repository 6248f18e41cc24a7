using Microsoft.Azure.Functions.Worker.Discovery;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class FunctionRoutesTests
{
    [Theory]
    [InlineData("svar/{kod}", "personal/{*sida}", "hook/sms")]
    [InlineData("s", "sv", "svar")]
    public void Routes_EachWithItsOwnFirstSegment_AreAllowed(params string[] routes) =>
        FunctionRoutes.Check(["Tick", "Work", "A", "B", "C"], routes.Select((route, i) => (((char)('A' + i)).ToString(), (string?)route)));

    [Theory]
    [InlineData("Tick", "name of a function")]
    [InlineData("tick", "name of a function")]
    [InlineData("TICK/{id}", "name of a function")]
    [InlineData("page", "name of a function")]
    [InlineData(null, "has no route")]
    [InlineData("", "has no route")]
    [InlineData("{*path}", "literal segment")]
    [InlineData("{name}", "literal segment")]
    [InlineData("t{name}", "literal segment")]
    [InlineData("/svar", "literal segment")]
    [InlineData("%54ick", "literal segment")]
    [InlineData("admin/page", "refuses it")]
    [InlineData("administration", "refuses it")]
    [InlineData("runtime/page", "refuses it")]
    public void Route_ThatCouldReachATrigger_OrThatTheHostRefuses_IsRefused(string? route, string because)
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => FunctionRoutes.Check(["Tick", "Page"], [("Page", route)]));

        Assert.Contains(because, mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Page", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_ThatShareTheFirstSegment_AreRefused()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => FunctionRoutes.Check(["A", "B"], [("A", "svar/ja"), ("B", "Svar/nej")]));

        Assert.Contains("A and B share", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_ThatDifferByCaseOnly_AreRefused() =>
        Assert.Throws<InvalidOperationException>(() => FunctionRoutes.Check(["Tick", "tick"], []));
}
