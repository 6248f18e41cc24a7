namespace SendGrid.Helpers.Errors.Model;

/// <summary>415: the body is not JSON.</summary>
public class UnsupportedMediaTypeException : RequestErrorException
{
    /// <summary>Makes the exception.</summary>
    public UnsupportedMediaTypeException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    public UnsupportedMediaTypeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">A <see cref="SendGridErrorResponse"/> as JSON.</param>
    /// <param name="innerException">The cause.</param>
    public UnsupportedMediaTypeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
