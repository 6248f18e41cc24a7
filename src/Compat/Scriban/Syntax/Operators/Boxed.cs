namespace Scriban.Syntax;

/// <summary>Objects for common values, so that an operator need not make new ones.</summary>
internal static class Boxed
{
    public static readonly object True = true;
    public static readonly object False = false;

    private const int Lowest = -16;
    private static readonly object[] Integers = [.. Enumerable.Range(Lowest, 272).Select(value => (object)value)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => (uint)(value - Lowest) < (uint)Integers.Length ? Integers[value - Lowest] : value;
}
