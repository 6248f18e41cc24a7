using Notifieringar.Model;
using Notifieringar.Planning.Notices;
using Notifieringar.Templates;
using NodaTime;

namespace Notifieringar.Tests.Templates;

/// <summary>What the shipped programmes promise, beyond what every programme must.</summary>
public sealed class ShippedProgrammeRulesTests
{
    private static readonly Instant Planned = Some.PlannedAt;

    [Fact]
    public void T48_WithoutAnAnswer_TheFamilyIsAskedOnceMoreByAnotherChannel_ThenStaffPhones_AndNobodyIsAskedMoreThanThreeTimes()
    {
        var visits = Shipped("sprakstart-6");
        var nudge = visits.StepNamed("nudge")!;
        var call = visits.StepNamed("call")!;
        var asked = Planned + Duration.FromHours((24 * 8) + 8); // by day

        Assert.DoesNotContain(nudge.Ladder, rung => rung.Channel == Channel.Letter);
        Assert.Equal(Channel.Sms, Assert.IsType<Decision.Send>(Decide(visits, nudge, asked)).Key.Channel);
        Assert.Equal(SkipReason.ToPhone, Assert.IsType<Decision.List>(Decide(visits, call, asked + Duration.FromDays(7))).Reason);
        Assert.Equal(SkipReason.Answered, Assert.IsType<Decision.Skip>(Decide(visits, nudge, asked, Answer.Yes)).Reason);
        Assert.Equal(SkipReason.Answered, Assert.IsType<Decision.Skip>(Decide(visits, nudge, asked, Answer.None, comesUnlessNo: true)).Reason);
        Notice[] touches = [Touch(visits, 1), Touch(visits, 2), Touch(visits, 3)];
        Assert.Equal(SkipReason.EnoughTouches, Assert.IsType<Decision.List>(Decide(visits, nudge, asked, said: touches)).Reason);
    }

    // Long ago, so that it counts for this invitation and not in the contact cap.
    private static Notice Touch(Programme programme, int number)
    {
        var key = new NoticeKey(programme.Id, Some.Invitation().Occasion.Value, 0, $"earlier-{number}", Channel.Letter);
        return Some.Notice(key, NoticeState.Printed) with { TouchedAt = Planned - Duration.FromDays(40) };
    }

    [Fact]
    public void T90_BeforeAParcel_TheContactPersonIsAsked_AndTheHomeHearsNothingOfIt()
    {
        var check = Shipped("letterbox-adress");

        Assert.Equal((PersonKind.Professional, true, Discretion.D2), (check.Audience.Who, check.Audience.MembersOnly, check.Discretion));
        Assert.All(check.Steps, step => Assert.Equal([Channel.Email], step.Ladder.Select(rung => rung.Channel)));
        Assert.All(TextsOf("letterbox-adress"), text => Assert.DoesNotContain(Placeholders.In(text.Source), name => name.StartsWith("children", StringComparison.Ordinal)));
        Assert.Contains(AnswerChoice.No, check.Answers);
    }

    [Fact]
    public void T95_OfABookedTime_TheFamilyHearsNoReason_AndTheOneWhoBookedHearsOfNobody()
    {
        string[] reasons = ["recept", "terapi", "terapeut", "sorg", "ångest", "psykolog", "behandl", "samtalsstöd", "prescription", "therap", "grief", "anxiety", "علاج"];

        Assert.Equal(Discretion.D2, Shipped("bokrecept").Discretion);
        Assert.All(TextsOf("bokrecept"), text => Assert.DoesNotContain(reasons, reason => text.Source.Contains(reason, StringComparison.OrdinalIgnoreCase)));
        Assert.All(
            TextsOf("bokrecept-bokare"),
            text => Assert.DoesNotContain(Placeholders.In(text.Source), name => name.Split('.')[0] is not ("recipient" or "occasion" or "sender" or "campaign")));
    }

    [Fact]
    public void T98_TheBookComesHome_StaffPhonesBeforeEach_AndNoTextTellsWhy()
    {
        var home = Shipped("boken-kommer");
        string[] reasons = ["sjuk", "funktionsned", "handikapp", "ensam", "äldre", " ill", "sick", "disab", "lonel", "مريض", "مرض", "إعاقة"];

        Assert.Contains(home.Steps, step => step is { Anchor: StepAnchor.Start, Condition: StepCondition.Always, Ladder: [{ Channel: Channel.Phone }] });
        Assert.All(TextsOf("boken-kommer"), text => Assert.DoesNotContain(reasons, reason => text.Source.Contains(reason, StringComparison.OrdinalIgnoreCase)));
    }

    private static Programme Shipped(string id) => ShippedProgrammes.All.Single(programme => programme.Id == id);

    private static List<TemplateText> TextsOf(string id)
    {
        var texts = ShippedTexts.All.Where(text => text.Key.Programme == id).ToList();
        Assert.NotEmpty(texts);
        return texts;
    }

    private static Decision Decide(
        Programme programme, Step step, Instant now, Answer answer = Answer.None, bool comesUnlessNo = false, params Notice[] said)
    {
        var invitation = Some.Invitation() with { Answer = answer };
        var household = Some.Household() with { Invitations = [invitation], Notices = [.. said], Person = Some.Guardian() with { DataAsOf = now } };
        return NoticePlanner.Decide(household, invitation, programme, step, Some.Rules() with { ComesUnlessNo = comesUnlessNo }, now);
    }
}
