namespace SendGrid.Helpers.Errors.Model;

/// <summary>403: the API key lacks the right.</summary>
public class ForbiddenException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public ForbiddenException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public ForbiddenException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public ForbiddenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
