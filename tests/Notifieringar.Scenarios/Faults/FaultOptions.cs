namespace Notifieringar.Scenarios.Faults;

/// <summary>One run of the fault harness: everything that goes wrong follows from the seed.</summary>
internal sealed record FaultOptions(int Seed)
{
    public int Notices { get; init; } = 5_000;

    /// <summary>How many of a hundred households are reached by SMS and by e-mail; the others get letters.</summary>
    public (int Sms, int Email) Shares { get; init; } = (60, 20);

    /// <summary>How often a function process is killed.</summary>
    public int Kills { get; init; } = 3;

    /// <summary>How many households are silenced while the campaign runs.</summary>
    public int Silenced { get; init; } = 30;

    /// <summary>Storage and the emulator fail too, and queue messages come twice.</summary>
    public bool StorageFails { get; init; } = true;

    /// <summary>The share of a provider's calls that goes wrong in each of four ways: 429, 500, no answer in time, dropped after accepting.</summary>
    public double ProviderShare { get; init; } = 0.02;

    /// <summary>Every other household is invited by a campaign that staff approve, hold and let go on.</summary>
    public bool HasCampaign { get; init; }

    /// <summary>How many of those answer.</summary>
    public int Answers { get; init; }

    /// <summary>How many families more are to be visited; some of them answer or choose another time, and staff move and call off.</summary>
    public int Visits { get; init; }

    /// <summary>All there is: three channels, a campaign, answers, other times, changes, silences.</summary>
    public static FaultOptions Storm(int seed) => new(seed) { HasCampaign = true, Answers = 100, Visits = 40 };

    /// <summary>SMS only, five kills, and a provider that fails in each of its ways for one call in fifty; storage holds.</summary>
    public static FaultOptions ManySms(int notices) => new(notices)
    {
        Notices = notices,
        Shares = (Sms: 100, Email: 0),
        Kills = 5,
        Silenced = 0,
        StorageFails = false,
    };
}
