namespace Notifieringar.Bench.Simulating;

/// <summary>Something that gives only so much in a time.</summary>
/// <param name="Name">What.</param>
/// <param name="Minutes">How long it takes for the evening's notices when it is the only thing that holds them up.</param>
/// <param name="Most">How long it may take.</param>
/// <param name="Moves">What moves it.</param>
internal sealed record Wall(string Name, double Minutes, double Most, string Moves)
{
    /// <summary>More than one: the evening does not suffice.</summary>
    public double Share => Minutes / Most;
}
