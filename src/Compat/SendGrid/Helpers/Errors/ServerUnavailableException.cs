namespace SendGrid.Helpers.Errors.Model;

/// <summary>500: an error inside the API.</summary>
public class ServerUnavailableException : SendGridInternalException
{
    /// <summary>Makes the exception.</summary>
    public ServerUnavailableException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public ServerUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public ServerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
