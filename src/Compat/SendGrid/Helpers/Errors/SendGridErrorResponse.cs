namespace SendGrid.Helpers.Errors.Model;

/// <summary>What went wrong; its JSON is the message of the exceptions.</summary>
public class SendGridErrorResponse
{
    /// <summary>The HTTP status.</summary>
    public int ErrorHttpStatusCode { get; set; }

    /// <summary>The HTTP reason phrase.</summary>
    public string ErrorReasonPhrase { get; set; }

    /// <summary>The API's first error message.</summary>
    public string SendGridErrorMessage { get; set; }

    /// <summary>The field that the error concerns, or null.</summary>
    public string FieldWithError { get; set; }

    /// <summary>A page that explains the error, or null.</summary>
    public string HelpLink { get; set; }
}
