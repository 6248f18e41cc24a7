using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Notifieringar.Web;

namespace Notifieringar.Tests.Web;

public sealed class WebRegistrationTests
{
    // The app must listen before it has heard from storage: the Functions host waits for it, and so does whoever pressed the first button.
    [Fact]
    public void AddStaffPages_AStart_ReadsNoKeys()
    {
        var services = new ServiceCollection().AddStaffPages(new ConfigurationBuilder().Build());

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IHostedService));
    }
}
