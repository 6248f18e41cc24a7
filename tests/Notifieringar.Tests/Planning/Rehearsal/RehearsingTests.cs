using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Planning.Rehearsal;

namespace Notifieringar.Tests.Planning.Rehearsal;

public sealed class RehearsingTests
{
    private static readonly Instant From = Stockholm.MomentOf(new LocalDateTime(2027, 2, 1, 6, 0));

    [Fact]
    public void Of_AHomeWithABaby_IsTheLetterOnItsRun_AndWhatFollowsWhenNobodyAnswers()
    {
        var outcome = Rehearse(Home("0a"));

        Assert.Equal(
            [
                (new LocalDate(2027, 2, 2), "invitation", Channel.Letter, RehearsedFate.Said, null),
                (new LocalDate(2027, 2, 20), "reminder", Channel.Sms, RehearsedFate.Skipped, SkipReason.NotAnswered),
                (new LocalDate(2027, 2, 23), "thank-you", Channel.Sms, RehearsedFate.Skipped, (SkipReason?)SkipReason.NotAnswered),
            ],
            outcome.Notices.Select(notice => (notice.Day, notice.Key.Step, notice.Key.Channel, notice.Fate, notice.Reason)));
        Assert.Equal((1, 0, 0), (outcome.Visits, outcome.WithoutSlot, outcome.Later));
    }

    [Fact]
    public void Of_AUnitThatComesUnlessNo_HasTheReminderAndTheThanks() =>
        Assert.Equal(
            ["invitation", "reminder", "thank-you"],
            Rehearse(Input(Home("0a")) with { Rules = Some.Rules() with { ComesUnlessNo = true } }).Notices
                .Where(notice => notice.Fate == RehearsedFate.Said).Select(notice => notice.Key.Step));

    [Fact]
    public void T11_TwoGuardians_AreWrittenToInTheirOwnLanguages()
    {
        var home = Home("0a");
        var other = Home("0b");

        var said = Rehearse(
            home with { Links = [other.Person.Id] },
            other with
            {
                Person = other.Person with { Language = "ar" },
                Children = [home.Children[0] with { LivesHere = false }],
                Links = [home.Person.Id],
            }).Notices.Where(notice => notice.Fate == RehearsedFate.Said);

        Assert.Equal([(home.Person.Id, "sv"), (other.Person.Id, "ar")], said.Select(notice => (notice.Person, notice.Language)));
    }

    [Fact]
    public void Of_NoMoreImports_StopsWhenTheDataIsOld()
    {
        var outcome = Rehearse(Input(Home("0a")) with { ImportsKeepComing = false, Rules = Some.Rules() with { ComesUnlessNo = true, StaleAfterDays = 10 } });

        Assert.Equal(["invitation"], outcome.Notices.Where(notice => notice.Fate == RehearsedFate.Said).Select(notice => notice.Key.Step));
        Assert.Contains(outcome.Notices, notice => notice is { Fate: RehearsedFate.Listed, Reason: SkipReason.TooLate, Key.Step: "reminder" });
    }

    [Fact]
    public void Of_DataThatIsOldAtTheStart_StaysOld() =>
        Assert.DoesNotContain(
            Rehearse(Home("0a") with { Person = Home("0a").Person with { DataAsOf = From - Duration.FromDays(8) } }).Notices,
            notice => notice.Fate == RehearsedFate.Said);

    [Fact]
    public void Of_NoTextThatMayBeSent_IsForStaff() =>
        Assert.Equal(
            SkipReason.NoText,
            Rehearse(Input(Home("0a")) with { Languages = new SomeLanguages(null) }).Notices.First(notice => notice.Fate == RehearsedFate.Listed).Reason);

    [Fact]
    public void Of_WhatIsDueAndWaitsAtTheStart_IsRehearsedToo()
    {
        var invitation = Some.Invitation(Home("0a").Children[0].Id) with { Answer = Answer.Yes };
        var key = new NoticeKey("sprakstart-6", invitation.Occasion.Value, 0, "invitation", Channel.Letter);
        var home = Home("0a") with { Invitations = [invitation], Notices = [Some.Notice(key, NoticeState.Claimed)] };

        var outcome = Rehearse(Input(home) with
        {
            Due = [new RehearsedDue(Instant.FromUtc(2027, 2, 27, 9, 0), home.Person.Id, invitation.Occasion, "sprakstart-6", "reminder")],
            Waiting = [new RehearsedLetter(Stockholm.MomentOf(new LocalDateTime(2027, 2, 1, 14, 0)), home.Person.Id, key)],
        });

        Assert.Equal(
            [(new LocalDate(2027, 2, 1), "invitation", RehearsedFate.Said), (new LocalDate(2027, 2, 27), "reminder", RehearsedFate.Said)],
            outcome.Notices.Select(notice => (notice.Day, notice.Key.Step, notice.Fate)));
    }

    [Fact]
    public void RehearsalDays_CountsEachNoticeOnce()
    {
        var outcome = Rehearse([.. Enumerable.Range(0, 30).Select(index => Home($"{index:00}"))]);

        var days = RehearsalDays.Of(outcome);

        Assert.Equal(outcome.Notices.Length, days.Sum(day => day.Said.Sum(row => row.Count) + day.NotSaid.Sum(row => row.Count)));
        Assert.Equal([new SaidCount("sprakstart-6", "invitation", Channel.Letter, "sv", 30)], days[0].Said);
    }

    [Theory]
    [InlineData(typeof(Notifieringar.Functions.StartVisitPlanning), "0 0 3 * * *")]
    [InlineData(typeof(Notifieringar.Functions.SendDueNotices), "0 */5 * * * *")]
    [InlineData(typeof(Notifieringar.Functions.CloseLetterRuns), "30 */5 * * * *")]
    public void RehearsalClock_FollowsTheTimers(Type function, string schedule)
    {
        var timer = function.GetMethod("RunAsync")!.GetParameters()[0].GetCustomAttribute<TimerTriggerAttribute>()!;

        Assert.Equal(schedule, timer.Schedule);
        Assert.Equal(new LocalTime(3, 0), RehearsalClock.PlanningAt);
        Assert.Equal(Instant.FromUtc(2027, 2, 1, 8, 5), RehearsalClock.SweepAt(Instant.FromUtc(2027, 2, 1, 8, 0, 1)));
    }

    // Six months on 1 March 2027; planned in the night after the start.
    private static Recipient Home(string id)
    {
        var child = Some.Child() with { Id = new ChildId($"c-{id}"), BirthDate = new LocalDate(2026, 9, 1) };
        return Some.Household(child) with { Person = Some.Guardian() with { Id = new PersonId(id), DataAsOf = From } };
    }

    private static RehearsalOutcome Rehearse(params Recipient[] people) => Rehearse(Input(people));

    private static RehearsalOutcome Rehearse(RehearsalInput input) => Rehearsing.Of(input);

    private static RehearsalInput Input(params Recipient[] people) => new(
        Some.Rules(),
        [Some.Programme(), Some.SecondVisit()],
        people,
        [],
        [],
        new Dictionary<(LocalDateTime, string), OccasionId>(),
        From,
        Days: 60,
        ImportsKeepComing: true,
        new SomeLanguages("sv"));

    private sealed class SomeLanguages(string? unknown) : IRehearsedLanguages
    {
        public string? Choose(NoticeKey key, string? language) => unknown is null ? null : language ?? unknown;
    }
}
