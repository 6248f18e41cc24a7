namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Starts the making of a function app.</summary>
public static class FunctionsApplication
{
    /// <summary>A builder with the app's settings, environment variables and <paramref name="args"/> as configuration.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
