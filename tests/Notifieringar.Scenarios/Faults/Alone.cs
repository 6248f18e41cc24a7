namespace Notifieringar.Scenarios.Faults;

/// <summary>What breaks a whole machine for minutes runs after the other scenarios, one at a time: beside them both would only measure each other.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
