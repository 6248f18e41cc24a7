namespace Notifieringar.LocalHost;

/// <summary>Seeded draws in [0, 1): the nth draw, and the draw for a name, are the same as long as the seed is. Threads may share it.</summary>
internal sealed class Chance(int seed)
{
    // SplitMix64's step (Steele, Lea, Flood 2014) and FNV-1a's offset and prime: small, and spread well.
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const ulong NameOffset = 0xCBF29CE484222325;
    private const ulong NamePrime = 0x100000001B3;
    private long _drawn;

    public double Next() => Unit((ulong)Interlocked.Increment(ref _drawn));

    /// <summary>Does not depend on what was drawn before, so that parallel work cannot change it.</summary>
    public double For(string name) => Unit(name.Aggregate(NameOffset, (hash, character) => unchecked((hash ^ character) * NamePrime)));

    private double Unit(ulong value)
    {
        unchecked
        {
            var mixed = ((ulong)seed * Step) ^ (value * Step);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
