namespace SendGrid.Helpers.Errors.Model;

/// <summary>429: the rate limit is reached.</summary>
public class TooManyRequestsException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public TooManyRequestsException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
