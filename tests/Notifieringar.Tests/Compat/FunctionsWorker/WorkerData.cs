namespace Notifieringar.Tests.Compat.FunctionsWorker;

internal static class WorkerData
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Compat", "FunctionsWorker", "Data", name);
}
