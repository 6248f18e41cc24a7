using Notifieringar.Model;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class RendererTests
{
    [Fact]
    public void Render_ManyThreadsOneRenderer_EachGetsItsOwnText()
    {
        var letter = SomeNotice.Shipped("invitation", Channel.Letter, "sv");
        var wrong = 0;

        Parallel.For(0, 2000, number =>
        {
            var name = $"Gäst {number}.";
            var outcome = SomeNotice.Renderer.Render(letter, SomeNotice.Facts() with { GuardianName = name }, CancellationToken.None);
            if (outcome is not RenderOutcome.Rendered { Text.Body: var body } || !body.Contains($"Hej <bdi>{name}</bdi>!", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref wrong);
            }
        });

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Render_MoreTextsThanAreRemembered_StillRight()
    {
        for (var number = 0; number < 1200; number++)
        {
            Assert.Equal($"Nummer {number}: 10.00", SomeNotice.Rendered($"Nummer {number}: {{{{ visit.time }}}}", channel: Channel.Sms).Body);
        }
    }

    [Fact]
    public void ParsedTexts_MoreThanAreRemembered_NeverHoldsMore()
    {
        var parsed = new ParsedTexts();
        for (var number = 0; number < 3 * ParsedTexts.Most; number++)
        {
            Assert.NotNull(parsed[$"Nummer {number}"]);
            Assert.InRange(parsed.Count, 1, ParsedTexts.Most);
        }
    }

    [Fact]
    public void ParsedTexts_SameContent_IsParsedOnce()
    {
        var parsed = new ParsedTexts();

        Assert.Same(parsed["Hej {{ guardian.name }}"], parsed["Hej " + "{{ guardian.name }}"]);
    }

    [Fact]
    public void Render_SourceTooLong_IsRefusedUnparsed() =>
        Assert.IsType<RenderOutcome.BrokenTemplate>(SomeNotice.Render("{{ if true }}" + new string('x', ParsedTexts.LongestSource) + "{{ end }}"));

    [Fact]
    public void Render_SameFacts_GivesTheSameText()
    {
        var text = SomeNotice.Shipped("reminder", Channel.Email, "ar");

        Assert.Equal(SomeNotice.Rendered(text, SomeNotice.Facts("ar")), SomeNotice.Rendered(text, SomeNotice.Facts("ar")));
    }

    [Fact]
    public void Placeholders_QuotedAndPlainText_AreNotCounted() =>
        Assert.Equal(["guardian.name", "visit.time"], Placeholders.In("visit.date {{ if guardian.name }}{{ 'sender.name' }}{{ end }} {{ visit.time }}"));

    [Fact]
    public void Render_DeadlinePassed_IsTheTextsFault() =>
        Assert.IsType<RenderOutcome.BrokenTemplate>(new TextRenderer(new ClockAtTheDeadline()).Render(
            SomeNotice.Text("{{ for i in 1..100 }}{{ i }}{{ end }}"), SomeNotice.Facts(), CancellationToken.None));

    [Fact]
    public void Render_NestedTooDeeply_IsTheTextsFault()
    {
        var text = string.Concat(Enumerable.Repeat("{{ if true }}", 300)) + "Hej" + string.Concat(Enumerable.Repeat("{{ end }}", 300));

        var broken = Assert.IsType<RenderOutcome.BrokenTemplate>(
            new TextRenderer(TimeProvider.System).Render(SomeNotice.Text(text), SomeNotice.Facts(), CancellationToken.None));

        Assert.Contains("too deeply nested", broken.Message, StringComparison.Ordinal);
    }

    /// <summary>Real time in which every timer is due when it is set.</summary>
    private sealed class ClockAtTheDeadline : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
