using Notifieringar.Delivery.Letters.Layout;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Tests.Templates;
using Notifieringar.Workflows.Dispatching;
using Notifieringar.Workflows.TestMessages;
using NodaTime;

namespace Notifieringar.Tests.Workflows.TestMessages;

public sealed class TestFamilyTests
{
    private static readonly LocalDate Today = new(2027, 2, 1);

    public static TheoryData<string> Families => [.. TestFamily.Names];

    [Theory]
    [MemberData(nameof(Families))]
    public void Facts_EveryShippedText_CanBeWritten(string name)
    {
        foreach (var text in ShippedTexts.All)
        {
            var programme = ShippedProgrammes.All.Single(one => one.Id == text.Key.Programme);
            var family = TestFamily.Find(name, Some.Unit, text.Key.Language, Today)!;
            var occasion = TestOccasion.Of(programme, Some.Rules(), Today);
            var facts = NoticeWriter.Facts(
                family,
                TestOccasion.InvitationTo(occasion, programme, family),
                occasion,
                new AnswerWay("https://svar.example.se/s/ab12cd34ef", "AB12C-D34EF"),
                Some.Rules(),
                text.Key.Language);

            var written = SomeNotice.Rendered(text, facts).Body;
            Assert.NotEmpty(written);
            Assert.True(text.Key.Channel != Channel.Letter || LetterMarkup.IsSafe(written), $"{text.Key} cannot be printed.");
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Contacts_AreNobodys(string name)
    {
        var family = TestFamily.Find(name, Some.Unit, "sv", Today)!.Person;

        Assert.True(family.Phone is not { } phone || phone.E164.StartsWith("+467017406", StringComparison.Ordinal));
        Assert.True(family.Email is not { } email || email.Value.EndsWith("@example.se", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Channel.Sms, "070-174 06 61", "twins", true)]
    [InlineData(Channel.Sms, "070-174 06 61, 070-174 06 62", "twins", false)]
    [InlineData(Channel.Sms, "+37061234567", "twins", false)]
    [InlineData(Channel.Sms, null, "twins", false)]
    [InlineData(Channel.Sms, "070-174 06 61", "no-phone", false)]
    [InlineData(Channel.Email, "anna@example.se", "twins", true)]
    [InlineData(Channel.Email, "anna@example.se, bo@example.se", "twins", false)]
    [InlineData(Channel.Email, "070-174 06 61", "twins", false)]
    [InlineData(Channel.Letter, null, "no-phone", true)]
    [InlineData(Channel.Letter, "anna@example.se", "twins", false)]
    public void Problem_OfAnOrder_IsAnythingButOneContactOfTheChannel(Channel channel, string? to, string family, bool isFine)
    {
        var person = TestFamily.Find(family, Some.Unit, "sv", Today)!.Person;

        Assert.Equal(isFine, new TestOrder(to).Problem(channel, person) is null);
    }

    [Theory]
    [InlineData("{\"to\": \"anna@example.se\", \"family\": \"arabic\"}", true)]
    [InlineData("{\"to\": \"anna@example.se\", \"cc\": \"bo@example.se\"}", false)]
    [InlineData("{\"to\": [\"anna@example.se\"]}", false)]
    [InlineData("", false)]
    public void Read_AnOrder_HasNothingButWhatItSays(string json, bool isRead) => Assert.Equal(isRead, TestOrder.Read(json) is not null);
}
