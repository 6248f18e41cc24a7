using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Tests.Workflows;

public sealed class TextPinsTests
{
    [Fact]
    public void Pinned_OfAHistory_AreTheVersionsThatWerePinned()
    {
        TemplateText[] pinned = [Text(Channel.Sms, "sv", "1"), Text(Channel.Email, "ar", "2")];
        TemplateText[] history = [.. pinned, Text(Channel.Sms, "sv", "3"), Text(Channel.Email, "ar", "1"), Text(Channel.Sms, "en", "1")];

        Assert.Equal(pinned, TextPins.Pinned(TextPins.Of(pinned), history));
    }

    private static TemplateText Text(Channel channel, string language, string version) =>
        new(new TemplateKey("sprakstart-6", "reminder", channel, language), version, "Hej");
}
