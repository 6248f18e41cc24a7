using System.Globalization;

namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>The environment variables the Functions host gives a custom handler, and the app settings.</summary>
internal static class HandlerEnvironment
{
    // Set by whoever started us (a test runner, a watch session) for their own process, not for the function app.
    private static readonly string[] NotForTheChild = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "DOTNET_STARTUP_HOOKS", "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"];

    public static void Fill(IDictionary<string, string?> environment, HandlerOptions options, int port)
    {
        foreach (var name in NotForTheChild)
        {
            environment.Remove(name);
        }

        var portText = port.ToString(CultureInfo.InvariantCulture);
        var workerId = Guid.NewGuid().ToString();
        environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = portText;
        environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = workerId;
        environment["FUNCTIONS_HTTPWORKER_PORT"] = portText;
        environment["FUNCTIONS_HTTPWORKER_ID"] = workerId;
        environment["FUNCTIONS_WORKER_RUNTIME"] = "custom";
        environment["FUNCTIONS_APP_ROOT_PATH"] = options.AppFolder;
        foreach (var (name, value) in options.AppSettings)
        {
            environment[name] = value;
        }
    }
}
