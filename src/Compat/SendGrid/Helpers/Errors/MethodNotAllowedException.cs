namespace SendGrid.Helpers.Errors.Model;

/// <summary>405: the resource does not take this method.</summary>
public class MethodNotAllowedException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public MethodNotAllowedException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public MethodNotAllowedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public MethodNotAllowedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
