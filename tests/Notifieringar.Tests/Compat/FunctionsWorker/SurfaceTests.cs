using Microsoft.Azure.Functions.Worker;
using Moq;

namespace Notifieringar.Tests.Compat.FunctionsWorker;

public sealed class SurfaceTests
{
    [Fact]
    public void Worker_ShowsOnlyWhatTheOfficialPackagesShow() =>
        PublicSurface.Matches(typeof(FunctionAttribute).Assembly, "Microsoft.Azure.Functions.Worker.txt");

    [Fact]
    public void Context_CanBeMocked()
    {
        var context = new Mock<FunctionContext>();
        context.SetupGet(x => x.InvocationId).Returns("i");
        context.SetupGet(x => x.CancellationToken).Returns(new CancellationToken(canceled: true));
        context.SetupGet(x => x.RetryContext.RetryCount).Returns(3);
        context.SetupGet(x => x.FunctionDefinition.Name).Returns("F");

        Assert.Equal("i", context.Object.InvocationId);
        Assert.True(context.Object.CancellationToken.IsCancellationRequested);
        Assert.Equal(3, context.Object.RetryContext.RetryCount);
        Assert.Equal("F", context.Object.FunctionDefinition.Name);
    }
}
