namespace Scriban.Parsing;

/// <summary>Names of one thread's recent templates, so that the same name need not become a new string each time.</summary>
internal sealed class NameTable
{
    private const int Size = 512;

    [ThreadStatic]
    private static NameTable _current;

    private readonly string[] _names = new string[Size];

    public static NameTable Current => _current ??= new NameTable();

    public string this[ReadOnlySpan<char> name]
    {
        get
        {
            var hash = (uint)name.Length;
            foreach (var c in name)
            {
                hash = (hash * 31) + c;
            }

            ref var known = ref _names[hash % Size];
            if (known is null || !name.SequenceEqual(known))
            {
                // A name of unusual length is not worth keeping.
                if (name.Length > 64)
                {
                    return name.ToString();
                }

                known = name.ToString();
            }

            return known;
        }
    }
}
