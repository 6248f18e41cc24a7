using NodaTime;
using NodaTime.Text;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.Tests.Planning.Calendar;

public sealed class SendingHoursTests
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    [Theory]
    [InlineData("2027-03-02T09:00", true)]
    [InlineData("2027-03-02T08:59", false)]
    [InlineData("2027-03-02T18:59", true)]
    [InlineData("2027-03-02T19:00", false)]
    [InlineData("2027-02-27T10:00", true)] // a Saturday
    [InlineData("2027-02-28T10:00", false)] // a Sunday
    [InlineData("2027-03-26T10:00", false)] // Good Friday
    [InlineData("2027-12-24T10:00", false)] // Christmas Eve
    [InlineData("2027-07-06T10:00", true)] // the library is closed, the phone is not
    public void Allow_SmsAndEmail_OutsideQuietHoursOnDaysThatAreNotFree(string local, bool expected)
    {
        Assert.Equal(expected, SendingHours.Allow(Channel.Sms, Local(local), Some.Rules()));
        Assert.Equal(expected, SendingHours.Allow(Channel.Email, Local(local), Some.Rules()));
    }

    [Theory]
    [InlineData("2027-03-02T03:00", true)] // paper has no quiet hours
    [InlineData("2027-02-27T10:00", false)]
    [InlineData("2027-03-29T10:00", false)] // Easter Monday
    [InlineData("2027-07-01T10:00", false)] // first closed day
    [InlineData("2027-07-31T10:00", false)]
    public void Allow_Letter_OnWorkingDaysWhenTheLibraryIsOpen(string local, bool expected) =>
        Assert.Equal(expected, SendingHours.Allow(Channel.Letter, Local(local), Some.Rules()));

    [Theory]
    [InlineData(Channel.Sms, "2027-03-02T12:00", "2027-03-02T12:00")]
    [InlineData(Channel.Sms, "2027-03-02T06:00", "2027-03-02T09:00")]
    [InlineData(Channel.Sms, "2027-03-02T19:00", "2027-03-03T09:00")]
    [InlineData(Channel.Sms, "2027-02-27T20:00", "2027-03-01T09:00")] // over Sunday
    [InlineData(Channel.Email, "2027-03-25T21:00", "2027-03-30T09:00")] // over Easter
    [InlineData(Channel.Letter, "2027-02-27T20:00", "2027-03-01T00:00")]
    [InlineData(Channel.Letter, "2027-06-30T23:59", "2027-06-30T23:59")]
    [InlineData(Channel.Letter, "2027-07-01T08:00", "2027-08-02T00:00")] // over the closed weeks and the weekend after
    public void AtOrAfter_NotAllowed_IsTheNextOpening(Channel channel, string local, string expected) =>
        Assert.Equal(Local(expected), SendingHours.AtOrAfter(channel, Local(local), Some.Rules()));

    [Theory]
    [InlineData(Channel.Sms, "2027-03-02T12:00", "2027-03-02T12:00")]
    [InlineData(Channel.Sms, "2027-03-02T06:00", "2027-03-01T18:45")]
    [InlineData(Channel.Sms, "2027-03-02T20:00", "2027-03-02T18:45")]
    [InlineData(Channel.Sms, "2027-02-28T10:00", "2027-02-27T10:00")]
    [InlineData(Channel.Sms, "2027-03-01T06:00", "2027-02-27T18:45")] // an early Monday: not Sunday, so Saturday evening
    [InlineData(Channel.Email, "2027-03-29T13:00", "2027-03-25T13:00")] // Easter
    [InlineData(Channel.Letter, "2027-02-28T10:00", "2027-02-26T10:00")]
    [InlineData(Channel.Letter, "2027-07-15T10:00", "2027-06-30T10:00")]
    public void AtOrBefore_NotAllowed_IsTheLastAllowedTimeBefore(Channel channel, string local, string expected) =>
        Assert.Equal(Local(expected), SendingHours.AtOrBefore(channel, Local(local), Some.Rules()));

    [Theory]
    [InlineData("2027-03-01T08:30", "2027-03-01T08:30")] // quiet hours until nine are not for what is urgent
    [InlineData("2027-02-28T10:00", "2027-02-28T10:00")] // nor is Sunday
    [InlineData("2027-03-01T06:30", "2027-02-28T19:45")]
    [InlineData("2027-03-01T21:00", "2027-03-01T19:45")]
    public void AtOrBefore_Urgent_IsTheLastUrgentHour(string local, string expected) =>
        Assert.Equal(Local(expected), SendingHours.AtOrBefore(Channel.Sms, Local(local), Some.Rules(), isUrgent: true));

    [Fact]
    public void AtOrAfterAndAtOrBefore_EveryHourOfAYear_AreAllowedAndNeverOnTheWrongSide()
    {
        var rules = Some.Rules();
        for (var local = new LocalDateTime(2027, 1, 1, 0, 0); local.Year == 2027; local = local.PlusHours(1))
        {
            foreach (var channel in Enum.GetValues<Channel>())
            {
                var after = SendingHours.AtOrAfter(channel, local, rules);
                var before = SendingHours.AtOrBefore(channel, local, rules);
                Assert.True(after >= local && before <= local, $"{channel} {local}");
                Assert.True(SendingHours.Allow(channel, after, rules) && SendingHours.Allow(channel, before, rules), $"{channel} {local}");
            }
        }
    }

    [Fact]
    public void AtOrAfter_RulesThatCloseForGood_SaysWhatToCheck()
    {
        var rules = Some.Rules() with { Closed = [new ClosedPeriod(new LocalDate(2027, 1, 1), new LocalDate(2028, 1, 1))] };

        var mistake = Assert.Throws<InvalidOperationException>(() => SendingHours.AtOrAfter(Channel.Letter, Local("2027-01-04T09:00"), rules));

        Assert.Contains("closed periods", mistake.Message, StringComparison.Ordinal);
    }

    private static LocalDateTime Local(string text) => Minutes.Parse(text).Value;
}
