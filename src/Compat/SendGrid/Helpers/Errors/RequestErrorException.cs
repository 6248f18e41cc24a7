namespace SendGrid.Helpers.Errors.Model;

/// <summary>The API refused the request.</summary>
public class RequestErrorException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RequestErrorException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public RequestErrorException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public RequestErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
