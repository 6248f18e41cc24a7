using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Dispatching;

namespace Notifieringar.Tests.Workflows.Campaigns;

public sealed class DryRunCountsTests
{
    [Fact]
    public void Report_CountsByChannelAndLanguage_WithPartsAndCost()
    {
        var counts = new DryRunCounts(Some.Rules() with { SmsPrice = 0.5m, LetterPrice = 12m });
        Send(counts, 1, Channel.Letter, "sv");
        Send(counts, 2, Channel.Sms, "sv", body: new string('a', 200));
        Send(counts, 3, Channel.Sms, "ar");
        Send(counts, 4, Channel.Sms, "sv", fellBack: true);
        Send(counts, 5, Channel.Email, "sv");
        counts.Send(Person(6), Channel.Sms, written: null);

        var report = counts.Report;

        Assert.Equal(
            [("Email", "sv", 1, 0, null), ("Letter", "sv", 1, 0, 12m), ("Sms", "ar", 1, 1, 0.5m), ("Sms", "sv", 2, 3, (decimal?)1.5m)],
            report.Texts.Select(text => (text.Channel, text.Language, text.Recipients, text.SmsParts, text.Cost)).OrderBy(text => text.Channel).ThenBy(text => text.Language));
        Assert.Equal((5, 1, 4, 14m), (report.Recipients, report.FellBack, report.SmsParts, report.Cost));
        Assert.Equal([("Email", 1), ("Letter", 1), ("Sms", 3)], report.Channels.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("ar", 1), ("sv", 4)], report.Languages.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("NoText", 1)], report.Skipped.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Report_SamplesAreTheSameTwo_InWhateverOrderPeopleCome()
    {
        int[] people = [5, 3, 9, 1, 7];
        var (there, back) = (new DryRunCounts(Some.Rules()), new DryRunCounts(Some.Rules()));
        foreach (var person in people)
        {
            Send(there, person, Channel.Sms, "sv");
        }

        foreach (var person in people.Reverse())
        {
            Send(back, person, Channel.Sms, "sv");
        }

        Assert.Equal(["1", "3"], there.Report.Samples.Select(sample => sample.Body));
        Assert.Equal(there.Report.Samples, back.Report.Samples);
        Assert.Null(there.Report.Cost);
        Assert.Null(Assert.Single(there.Report.Texts).Cost);
    }

    private static void Send(DryRunCounts counts, int person, Channel channel, string language, string? body = null, bool fellBack = false) => counts.Send(
        Person(person), channel, new WrittenNotice(new RenderedText(null, body ?? $"{person}", null), language, Version: "1", fellBack));

    private static Person Person(int number) => Some.Guardian() with { Id = new PersonId($"{number:x32}") };
}
