namespace SendGrid.Helpers.Errors.Model;

/// <summary>404: there is no such resource.</summary>
public class NotFoundException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public NotFoundException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public NotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public NotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
