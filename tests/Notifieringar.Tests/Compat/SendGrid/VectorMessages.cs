using SendGrid.Helpers.Mail;

namespace Notifieringar.Tests.Compat.SendGrid;

/// <summary>The messages whose bodies are in the golden file, made the way they were made with the vendor's client.</summary>
internal static class VectorMessages
{
    private static EmailAddress Sender => new("ingen.svar@kommun.example", "Göteborgs Åkeri & Kommun");

    public static SendGridMessage Make(string name)
    {
        var message = name switch
        {
            "createSingleEmail" => MailHelper.CreateSingleEmail(
                Sender,
                new EmailAddress("anna@example.org", "Anna Öberg"),
                "Påminnelse",
                "Hej Åsa!\nDin tid är kl 09:30. 1 < 2 & 'citat' \"x\"",
                "<p>Hej <b>Åsa</b> &amp; co</p>"),
            "object-initializer-text" => ObjectInitializer(),
            "everything" => Everything(),
            "multiple-recipients" => MailHelper.CreateSingleEmailToMultipleRecipients(
                Sender, [new("a@example.org"), new("b@example.org", "B")], "Multi", "Hej", "<p>Hej</p>"),
            "dynamic-template" => DynamicTemplate(),
            _ => Short(name),
        };
        message.AddHeader("X-Vector", name);
        return message;
    }

    private static SendGridMessage ObjectInitializer()
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress("ingen.svar@kommun.example"),
            Subject = "Påminnelse",
            PlainTextContent = "Hej!",
        };
        message.AddTo("anna@example.org");
        return message;
    }

    private static SendGridMessage DynamicTemplate()
    {
        var message = new SendGridMessage();
        message.SetFrom(Sender);
        message.AddTo("a@example.org");
        message.SetTemplateId("d-0123456789abcdef0123456789abcdef");
        message.SetTemplateData(new { namn = "Åsa", tid = "09:30" });
        return message;
    }

    private static SendGridMessage Short(string subject)
    {
        var message = new SendGridMessage { From = Sender, Subject = subject, PlainTextContent = "x" };
        message.AddTo("a@example.org");
        return message;
    }

    private static SendGridMessage Everything()
    {
        var message = new SendGridMessage { From = Sender };
        message.AddContent("text/html", "<b>Hej</b>");
        message.AddContent("text/plain", "Hej");
        message.AddTo("anna@example.org", "Anna");
        message.AddCc("bo@example.org");
        message.AddBcc("cia@example.org");
        message.SetSubject("Test");
        message.AddHeader("X-Ref", "1");
        message.AddCustomArg("notisId", "n-123");
        message.SetSendAt(1767225600);
        message.AddAttachment(
            "kallelse.ics", "QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=", "text/calendar; method=REQUEST", "attachment");
        message.AddAttachment(
            new Attachment { Filename = "bild.png", Content = "AAEC/w==", Type = "image/png", Disposition = "inline", ContentId = "logo1" });
        message.AddGlobalHeader("List-Unsubscribe", "<https://notiser.example.org/u/abc>");
        message.AddGlobalHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.AddCategory("paminnelse");
        message.AddCategory("kommun-1280");
        message.AddCategory("paminnelse");
        message.AddGlobalCustomArg("kommun", "1280");
        message.SetGlobalSendAt(1767225600);
        message.SetAsm(12, [12, 13]);
        message.SetBatchId("YzAyMDU5ZTQ");
        message.SetIpPoolName("trans");
        message.SetSandBoxMode(true);
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        message.SetReplyTo(new EmailAddress("svar@kommun.example", "Svar"));
        return message;
    }
}
