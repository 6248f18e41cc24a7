namespace Notifieringar.Bench;

/// <summary>One thing that can be measured, by name.</summary>
internal interface IBench
{
    /// <summary>What is written after <c>--</c>.</summary>
    string Name { get; }

    /// <summary>One line for the list of names.</summary>
    string Summary { get; }

    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">What stands after the name.</param>
    /// <returns>0 when all is as it should be.</returns>
    int Run(IReadOnlyList<string> arguments);
}
