namespace SendGrid.Helpers.Errors.Model;

/// <summary>413: the e-mail is too large.</summary>
public class PayloadTooLargeException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public PayloadTooLargeException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public PayloadTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public PayloadTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
