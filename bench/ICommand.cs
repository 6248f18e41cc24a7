namespace Notifieringar.Bench;

/// <summary>Something that stands after <c>--</c>.</summary>
internal interface ICommand
{
    /// <summary>What is written.</summary>
    string Name { get; }

    /// <summary>One line for the list of names.</summary>
    string Summary { get; }

    /// <summary>Does it and prints.</summary>
    /// <param name="arguments">What stands after the name.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>0 when all is as it should be.</returns>
    /// <exception cref="LocalHost.Commands.UsageException">An option is unknown or wrong.</exception>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation);
}
