using System.Collections.Immutable;
using NodaTime;
using Notifieringar.Model;

namespace Notifieringar.Tests.Planning.Properties;

/// <summary>Programmes that no file ships but data can describe: every anchor and condition, touches, urgency, D3, pickups.</summary>
internal static class SomeProgrammes
{
    public static ImmutableArray<Programme> All { get; } =
    [
        Some.Programme() with { Steps = [.. Some.Programme().Steps.Select(step => step with { IsTouch = true })], Touches = 2 },
        Some.Programme() with { Id = "alla-ankare", Steps = [.. EveryAnchor()] },
        Some.Programme() with { Id = "d3", Discretion = Discretion.D3, Audience = Some.Programme().Audience with { Who = PersonKind.Organisation, Visits = null } },
        Some.Programme() with
        {
            Id = "hamta",
            Discretion = Discretion.D2,
            Occasion = new OccasionForm(OccasionKind.Pickup, Minutes: 0, KeepDays: 14),
            Audience = Some.Programme().Audience with { Visits = null },
            Steps = [.. EveryAnchor()],
        },
    ];

    private static IEnumerable<Step> EveryAnchor()
    {
        foreach (var anchor in Enum.GetValues<StepAnchor>())
        {
            foreach (var condition in Enum.GetValues<StepCondition>())
            {
                var index = ((int)anchor * 7) + (int)condition;
                yield return new Step(
                    $"steg-{index}",
                    anchor,
                    Period.FromHours(((index * 13) % 120) - 60),
                    index % 3 == 0 ? new LocalTime(index % 24, 0) : null,
                    index % 11 == 10 ? [new Rung(Channel.Phone, 0)] : [new Rung(Channel.Sms, 0), new Rung(Channel.Email, 0), new Rung(Channel.Letter, index % 6)],
                    Duration.FromHours(1 + (index * 7 % 100)),
                    condition,
                    IsTouch: index % 2 == 0,
                    IsUrgent: index % 5 == 0);
            }
        }
    }
}
