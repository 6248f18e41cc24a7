namespace SendGrid.Helpers.Mail;

/// <content>
/// What holds for one envelope: the one with the given index, made when it is the next, or the one given, which is then added.
/// </content>
public partial class SendGridMessage
{
    /// <summary>Adds a recipient to the first envelope.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name shown for it, or null.</param>
    public void AddTo(string email, string name = null) => AddTo(new EmailAddress(email, name));

    /// <summary>Adds a recipient.</summary>
    /// <param name="email">The address.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null) =>
        AddTos([email], personalizationIndex, personalization);

    /// <summary>Adds recipients.</summary>
    /// <param name="emails">The addresses.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Tos ??= []).AddRange(emails);

    /// <summary>Adds one who gets a copy to the first envelope.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name shown for it, or null.</param>
    public void AddCc(string email, string name = null) => AddCc(new EmailAddress(email, name));

    /// <summary>Adds one who gets a copy.</summary>
    /// <param name="email">The address.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Ccs ??= []).Add(email);

    /// <summary>Adds one who gets a copy unseen to the first envelope.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name shown for it, or null.</param>
    public void AddBcc(string email, string name = null) => AddBcc(new EmailAddress(email, name));

    /// <summary>Adds one who gets a copy unseen.</summary>
    /// <param name="email">The address.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void AddBcc(EmailAddress email, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Bccs ??= []).Add(email);

    /// <summary>Sets an envelope's subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void SetSubject(string subject, int personalizationIndex = 0, Personalization personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    /// <summary>Adds a header to an envelope.</summary>
    /// <param name="headerKey">The header's name.</param>
    /// <param name="headerValue">Its value.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void AddHeader(
        string headerKey, string headerValue, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).Headers ??= [])[headerKey] = headerValue;

    /// <summary>Adds a value that comes back in the envelope's events.</summary>
    /// <param name="customArgKey">Its name; events show it beside their own fields, so it must not be one of theirs.</param>
    /// <param name="customArgValue">The value, no personal data.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void AddCustomArg(
        string customArgKey, string customArgValue, int personalizationIndex = 0, Personalization personalization = null) =>
        (Envelope(personalizationIndex, personalization).CustomArgs ??= [])[customArgKey] = customArgValue;

    /// <summary>Sets when to send an envelope.</summary>
    /// <param name="sendAt">Unix seconds, at most 72 hours ahead.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void SetSendAt(long sendAt, int personalizationIndex = 0, Personalization personalization = null) =>
        Envelope(personalizationIndex, personalization).SendAt = sendAt;

    /// <summary>Sets the values of a dynamic template.</summary>
    /// <param name="dynamicTemplateData">An object that serialises to the values.</param>
    /// <param name="personalizationIndex">The envelope's index.</param>
    /// <param name="personalization">An envelope to add, instead of the index.</param>
    public void SetTemplateData(object dynamicTemplateData, int personalizationIndex = 0, Personalization personalization = null) =>
        Envelope(personalizationIndex, personalization).TemplateData = dynamicTemplateData;

    private Personalization Envelope(int index, Personalization given)
    {
        Personalizations ??= [];
        if (given is not null)
        {
            if (!Personalizations.Contains(given))
            {
                Personalizations.Add(given);
            }

            return given;
        }

        if (index < 0 || index > Personalizations.Count)
        {
            throw new ArgumentException("The personalization index is beyond the next personalization.", nameof(index));
        }

        if (index == Personalizations.Count)
        {
            Personalizations.Add(new Personalization());
        }

        return Personalizations[index];
    }
}
