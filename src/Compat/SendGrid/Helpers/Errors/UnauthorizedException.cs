namespace SendGrid.Helpers.Errors.Model;

/// <summary>401: the API key is missing or wrong.</summary>
public class UnauthorizedException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public UnauthorizedException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public UnauthorizedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public UnauthorizedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
