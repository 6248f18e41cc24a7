namespace SendGrid.Helpers.Errors.Model;

/// <summary>503: the API is not available.</summary>
public class ServiceNotAvailableException : SendGridInternalException
{
    /// <summary>Makes the exception.</summary>
    public ServiceNotAvailableException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public ServiceNotAvailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public ServiceNotAvailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
