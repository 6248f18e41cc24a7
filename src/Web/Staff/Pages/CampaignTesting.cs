using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using Notifieringar.Workflows.TestMessages;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>A test to oneself as it is typed.</summary>
/// <param name="Text">Channel and language, with a ~ between.</param>
/// <param name="Family">The invented family.</param>
/// <param name="Receiver">The tester's own number or address. It is shown back to who has typed it, and kept nowhere.</param>
public sealed record TestForm(string Text, string Family, string Receiver)
{
    internal static TestForm Empty { get; } = new("", "", "");

    internal static TestForm Of(StaffRequest request) => new(request.Field("text"), request.Field("familj"), request.Field("till").Trim());

    internal (Channel Channel, string Language)? Key =>
        Text.Split('~') is [var channel, { Length: > 0 } language] && Enum.TryParse<Channel>(channel, out var said) && Enum.IsDefined(said) ? (said, language) : null;
}

/// <summary>Sends a campaign's text to who looks at it.</summary>
/// <param name="send">Sends.</param>
internal sealed class CampaignTesting(SendCampaignTest send)
{
    /// <summary>Sends.</summary>
    /// <returns>The way back, or a letter's PDF; or the key of a sentence that says what to do instead.</returns>
    public async Task<(IResult? Answer, string? Problem)> DoAsync(StaffRequest request, string id, TestForm form, CancellationToken cancellation)
    {
        if (form.Key is not (var channel, var language))
        {
            return (null, "utskick.test.noText");
        }

        if (ProblemOf(channel, form) is { } problem)
        {
            return (null, problem);
        }

        var receiver = channel == Channel.Letter ? null : form.Receiver;
        return await send.RunAsync(request.Rules.Unit, id, channel, language, form.Family, receiver, cancellation).ConfigureAwait(false) switch
        {
            TestOutcome.Sent => (request.Back($"utskick/{id}", "campaign-tested"), null),
            TestOutcome.Printed printed => (Letter(request, printed), null),
            TestOutcome.Refused => (null, "utskick.test.refused"),
            TestOutcome.TooMany => (null, "utskick.test.tooMany"),
            TestOutcome.Failed => (null, "utskick.test.failed"),
            TestOutcome.Unknown => (null, "utskick.test.noText"),
            _ => (null, "utskick.test.unwritten"),
        };
    }

    private static string? ProblemOf(Channel channel, TestForm form) => channel switch
    {
        _ when !SendCampaignTest.Families.Contains(form.Family) => "utskick.test.noFamily",
        Channel.Letter => null,
        _ when SendCampaignTest.GetsLettersOnly(form.Family) => "utskick.test.lettersOnly",
        Channel.Sms when !PhoneNumber.TryParse(form.Receiver, out var number, out _) || !number.IsSwedishMobile => "utskick.test.number",
        Channel.Email when !EmailAddress.TryParse(form.Receiver, out _, out _) => "utskick.test.address",
        _ => null,
    };

    private static IResult Letter(StaffRequest request, TestOutcome.Printed printed)
    {
        PageResult.WritePrivacy(request.Http.HttpContext.Response);
        return Results.File(printed.Pdf.ToArray(), "application/pdf", "prov.pdf");
    }
}
