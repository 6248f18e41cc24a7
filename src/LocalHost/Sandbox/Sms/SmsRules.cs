using System.Text.RegularExpressions;

namespace Notifieringar.LocalHost.Sandbox.Sms;

/// <summary>What the SMS provider refuses about a call as a whole, in the shape it refuses it: field name and complaints.</summary>
internal static partial class SmsRules
{
    private const int MostReceivers = 100;
    private const int LongestMessage = 2048;

    /// <summary>Empty when the call may go on to its receivers.</summary>
    public static IReadOnlyDictionary<string, string[]> Check(SmsSendRequest? request)
    {
        var complaints = new Dictionary<string, string[]>();
        if (string.IsNullOrEmpty(request?.From))
        {
            complaints["From"] = ["The From field is required."];
        }
        else if (!Sender().IsMatch(request.From))
        {
            complaints["From"] = ["The From field is no phone number, short code or sender name."];
        }

        if (request?.SmsRecipients is not { Count: > 0 and <= MostReceivers })
        {
            complaints["SmsRecipients"] = [$"The SmsRecipients field must hold 1 to {MostReceivers} receivers."];
        }

        if (request?.Message is not { Length: <= LongestMessage })
        {
            complaints["Message"] = [$"The Message field is required and holds at most {LongestMessage} characters."];
        }

        if (request?.SmsSendOptions is { EnableDeliveryReport: null })
        {
            complaints["SmsSendOptions.EnableDeliveryReport"] = ["The EnableDeliveryReport field is required."];
        }

        return complaints;
    }

    /// <summary>E.164: a plus, a country code, at most fifteen digits.</summary>
    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.CultureInvariant)]
    public static partial Regex PhoneNumber();

    // A sender name has up to eleven letters, digits and spaces, with a letter among them.
    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|[0-9]{3,7}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();
}
