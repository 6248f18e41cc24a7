namespace Notifieringar.Web.Api;

/// <summary>The API's description (OpenAPI 3.1), written by hand: it is a promise, not a by-product.</summary>
internal static class ApiDescription
{
    public const string Path = "openapi.json";

    public static string Json { get; } = Family.Embedded.Read("Api/openapi.json");
}
