namespace SendGrid.Helpers.Errors.Model;

/// <summary>The API failed.</summary>
public class SendGridInternalException : Exception
{
    /// <summary>Makes the exception.</summary>
    public SendGridInternalException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public SendGridInternalException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public SendGridInternalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
