namespace SendGrid.Helpers.Errors.Model;

/// <summary>400: the request is not valid.</summary>
public class BadRequestException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public BadRequestException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public BadRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public BadRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
