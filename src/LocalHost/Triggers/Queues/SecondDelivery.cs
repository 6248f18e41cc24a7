namespace Notifieringar.LocalHost.Triggers.Queues;

/// <summary>When a message is handed over a second time.</summary>
internal enum SecondDeliveryTime
{
    Never,

    /// <summary>Twice at the same moment, as when its lease ran out under a slow instance.</summary>
    AtOnce,

    /// <summary>After it was done and deleted, as when a deletion was not heard.</summary>
    Afterwards,
}

/// <summary>A seeded share of the messages that functions get twice.</summary>
internal sealed class SecondDelivery
{
    private (double Share, Chance Chance) _plan = (0, new Chance(0));

    /// <param name="share">Between 0 and 1; half of it at once, half afterwards.</param>
    /// <param name="seed">Which messages, counted as they come.</param>
    public void Set(double share, int seed) => _plan = (share, new Chance(seed));

    public SecondDeliveryTime Draw()
    {
        var (share, chance) = _plan;
        var draw = chance.Next();
        return draw >= share ? SecondDeliveryTime.Never : draw < share / 2 ? SecondDeliveryTime.AtOnce : SecondDeliveryTime.Afterwards;
    }
}
