namespace Scriban.Functions;

internal static class RequiredText
{
    /// <summary>Throws for null, in words that a template's author sees. No ArgumentException: the error belongs to the call.</summary>
    public static void Check(string value, string parameter, string function)
    {
        if (value is null)
        {
            throw new InvalidOperationException($"Argument `{parameter}` cannot be null for function `{function}`.");
        }
    }
}
