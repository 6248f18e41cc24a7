using SendGrid.Helpers.Mail;

namespace Notifieringar.Tests.Compat.SendGrid;

/// <summary>The message's JSON, byte for byte what the vendor's client writes.</summary>
public sealed class SendGridMessageTests
{
    [Theory]
    [InlineData("createSingleEmail")]
    [InlineData("object-initializer-text")]
    [InlineData("everything")]
    [InlineData("multiple-recipients")]
    [InlineData("dynamic-template")]
    [InlineData("fail400")]
    [InlineData("fail429")]
    public void Serialize_VectorMessage_IsTheVendorsBody(string name) =>
        Assert.Equal(SendGridData.Request(name)["body"]!.GetValue<string>(), VectorMessages.Make(name).Serialize());

    [Fact]
    public void Serialize_Twice_IsTheSame()
    {
        var message = VectorMessages.Make("object-initializer-text");

        Assert.Equal(message.Serialize(), message.Serialize());
    }

    [Fact]
    public void Serialize_ControlCharactersAndSeparators_AreEscapedInLowerCase()
    {
        var message = new SendGridMessage { Subject = "\u0001\b\t\n\f\r\\/\u001f\u007f\u0085\u2028\u2029é" };

        Assert.Equal("{\"subject\":\"\\u0001\\b\\t\\n\\f\\r\\\\/\\u001f\u007f\\u0085\\u2028\\u2029é\"}", message.Serialize());
    }

    [Theory]
    [InlineData("Hej 👋🏽 مرحبا ፊደል")]
    [InlineData("Привіт €‎")]
    public void Serialize_OtherScriptsAndEmoji_GoAsTheyAre(string subject) =>
        Assert.Equal($"{{\"subject\":\"{subject}\"}}", new SendGridMessage { Subject = subject }.Serialize());

    [Fact]
    public void Serialize_LoneSurrogate_IsReplaced() =>
        Assert.Equal("{\"subject\":\"a\\ufffdb\"}", new SendGridMessage { Subject = "a\uD83Db" }.Serialize());

    [Fact]
    public void Serialize_RepeatedRecipient_IsWrittenOnce()
    {
        var message = new SendGridMessage();
        message.AddTos([new EmailAddress("anna@example.se"), new EmailAddress("ANNA@example.se", "Anna")]);

        Assert.Equal("""{"personalizations":[{"to":[{"email":"anna@example.se"}]}]}""", message.Serialize());
    }

    [Fact]
    public void AddTo_GivenPersonalization_IsAddedOnce()
    {
        var personalization = new Personalization();
        var message = new SendGridMessage();

        message.AddTo(new EmailAddress("anna@example.se"), personalization: personalization);
        message.SetSubject("Hej", personalization: personalization);

        Assert.Same(personalization, Assert.Single(message.Personalizations));
        Assert.Equal("Hej", personalization.Subject);
    }

    [Fact]
    public void AddTo_IndexBeyondTheNext_Throws() =>
        Assert.Throws<ArgumentException>(() => new SendGridMessage().AddTo(new EmailAddress("anna@example.se"), 1));

    [Theory]
    [InlineData("", "AA==")]
    [InlineData("fil.txt", null)]
    public void AddAttachment_NoNameOrNoContent_AddsNothing(string name, string? content)
    {
        var message = new SendGridMessage();

        message.AddAttachment(name, content!);

        Assert.Null(message.Attachments);
    }
}
