namespace SendGrid.Helpers.Mail;

/// <content>What holds for all envelopes.</content>
public partial class SendGridMessage
{
    /// <summary>Sets the sender.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name shown for it, or null.</param>
    public void SetFrom(string email, string name = null) => SetFrom(new EmailAddress(email, name));

    /// <summary>Sets the sender.</summary>
    /// <param name="email">The address.</param>
    public void SetFrom(EmailAddress email) => From = email;

    /// <summary>Sets where answers go.</summary>
    /// <param name="email">The address.</param>
    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    /// <summary>Sets the subject of the envelopes that have none.</summary>
    /// <param name="subject">The subject.</param>
    public void SetGlobalSubject(string subject) => Subject = subject;

    /// <summary>Adds a form of the text.</summary>
    /// <param name="mimeType">Its media type.</param>
    /// <param name="text">The text.</param>
    public void AddContent(string mimeType, string text) => (Contents ??= []).Add(new Content(mimeType, text));

    /// <summary>Adds a file; nothing when it has no name or no content.</summary>
    /// <param name="filename">The file's name.</param>
    /// <param name="base64Content">The file, base64.</param>
    /// <param name="type">The media type.</param>
    /// <param name="disposition">"attachment" or "inline".</param>
    /// <param name="content_id">The id by which the HTML names an inline file.</param>
    public void AddAttachment(
        string filename, string base64Content, string type = null, string disposition = null, string content_id = null)
    {
        if (string.IsNullOrWhiteSpace(filename) || string.IsNullOrWhiteSpace(base64Content))
        {
            return;
        }

        AddAttachment(new Attachment
        {
            Filename = filename,
            Content = base64Content,
            Type = type,
            Disposition = disposition,
            ContentId = content_id,
        });
    }

    /// <summary>Adds a file.</summary>
    /// <param name="attachment">The file.</param>
    public void AddAttachment(Attachment attachment) => (Attachments ??= []).Add(attachment);

    /// <summary>Sets the provider's template.</summary>
    /// <param name="templateID">The template's id.</param>
    public void SetTemplateId(string templateID) => TemplateId = templateID;

    /// <summary>Adds a header to all envelopes.</summary>
    /// <param name="key">The header's name.</param>
    /// <param name="value">Its value.</param>
    public void AddGlobalHeader(string key, string value) => (Headers ??= [])[key] = value;

    /// <summary>Adds a category.</summary>
    /// <param name="category">The category, at most 255 characters and no personal data.</param>
    public void AddCategory(string category) => (Categories ??= []).Add(category);

    /// <summary>Adds a value that comes back in all events.</summary>
    /// <param name="key">Its name; events show it beside their own fields, so it must not be one of theirs.</param>
    /// <param name="value">The value, no personal data.</param>
    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= [])[key] = value;

    /// <summary>Sets when to send.</summary>
    /// <param name="sendAt">Unix seconds, at most 72 hours ahead.</param>
    public void SetGlobalSendAt(int sendAt) => SendAt = sendAt;

    /// <summary>Sets the batch.</summary>
    /// <param name="batchId">The batch's id.</param>
    public void SetBatchId(string batchId) => BatchId = batchId;

    /// <summary>Sets the unsubscribe group.</summary>
    /// <param name="groupID">The group.</param>
    /// <param name="groupsToDisplay">The groups shown on the preferences page, or null.</param>
    public void SetAsm(int groupID, List<int> groupsToDisplay = null) =>
        Asm = new ASM { GroupId = groupID, GroupsToDisplay = groupsToDisplay };

    /// <summary>Sets the pool of addresses to send from.</summary>
    /// <param name="ipPoolName">The pool's name.</param>
    public void SetIpPoolName(string ipPoolName) => IpPoolName = ipPoolName;

    /// <summary>Sets whether the e-mail is checked but not sent.</summary>
    /// <param name="enable">On or off.</param>
    public void SetSandBoxMode(bool enable) => (MailSettings ??= new()).SandboxMode = new SandboxMode { Enable = enable };

    /// <summary>Sets whether links are replaced by ones that count clicks.</summary>
    /// <param name="enable">On or off in HTML.</param>
    /// <param name="enableText">On or off in plain text.</param>
    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new ClickTracking { Enable = enable, EnableText = enableText };

    /// <summary>Sets whether a picture is added that counts openings.</summary>
    /// <param name="enable">On or off.</param>
    /// <param name="substitutionTag">The tag that the picture replaces, or null.</param>
    public void SetOpenTracking(bool enable, string substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new OpenTracking { Enable = enable, SubstitutionTag = substitutionTag };

    /// <summary>Sets whether the provider adds an unsubscribe link.</summary>
    /// <param name="enable">On or off.</param>
    /// <param name="html">The link's line in HTML, or null.</param>
    /// <param name="text">The link's line in plain text, or null.</param>
    /// <param name="substitutionTag">The tag that the link replaces, or null.</param>
    public void SetSubscriptionTracking(bool enable, string html = null, string text = null, string substitutionTag = null) =>
        (TrackingSettings ??= new()).SubscriptionTracking =
            new SubscriptionTracking { Enable = enable, Html = html, Text = text, SubstitutionTag = substitutionTag };
}
