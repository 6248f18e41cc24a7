using Microsoft.AspNetCore.Http;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Web.Family;

/// <summary>The pages behind the codes in letters and messages. Showing a page never answers: phones and chat services fetch links on their own.</summary>
/// <param name="workflow">Finds.</param>
/// <param name="times">Other times.</param>
/// <param name="answers">Answers.</param>
/// <param name="time">Real time, for the limit on wrong codes and the stamp of calendar files.</param>
public sealed class FamilyPages(AnswerInvitation workflow, ChooseTime times, FamilyAnswers answers, TimeProvider time)
{
    internal const string Path = "/s";
    internal const string TypedCode = "k";
    internal const string TimesField = "times";
    internal const string AllTimes = "all";
    internal const string CalendarField = "calendar";
    private const int Minute = 60;
    private const int Moment = 5;
    private readonly GuessLimit _guesses = new(time);

    /// <summary>Answers a request.</summary>
    /// <param name="request">GET to look, POST to answer.</param>
    /// <param name="code">The code in the address; null or empty when there is none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>200 with a page; 303 to one; 400 for half a code, 404 for an unknown one, 409 for what has been lost to somebody else or cannot be
    /// answered, 410 for one that has had its time; 429 after too many unknown codes; 503 when an answer could not be stored.</returns>
    public async Task<IResult> RunAsync(HttpRequest request, string? code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var language = PageLanguage.Of(request);
        var client = ClientAddress.Of(request);
        if (string.IsNullOrEmpty(code))
        {
            return Ask(request.Query[TypedCode].ToString(), language);
        }

        if (code == AccessPage.Name)
        {
            return new PageResult(StatusCodes.Status200OK, AccessPage.Render(language.Tag));
        }

        if (_guesses.IsReached(client))
        {
            return new PageResult(StatusCodes.Status429TooManyRequests, MessagePage.TooMany(language), Minute);
        }

        var isPost = HttpMethods.IsPost(request.Method);
        var outcome = isPost
            ? await answers.PressAsync(code, await AnswerForm.ReadAsync(request, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false)
            : await LookAsync(request, code, cancellation).ConfigureAwait(false);
        if (outcome is AnswerOutcome.Unknown)
        {
            _guesses.Count(client);
        }

        return isPost
            ? AfterPress(outcome, code, language) is { } address ? new SeeOtherResult(address) : Page(outcome, language)
            : Asked(request, outcome, language) ?? Page(outcome, language);
    }

    internal static PageResult Page(AnswerOutcome outcome, PageLanguage language) => outcome switch
    {
        AnswerOutcome.Found found => new(StatusCodes.Status200OK, InvitationPage.Render(found, language.OrOwn(found.Language).Tag)),
        AnswerOutcome.CalledOff { CanChoose: true } off => new(StatusCodes.Status200OK, TimesPage.CalledOff(off, language.OrOwn(off.About.Language).Tag)),
        AnswerOutcome.Times offer => new(
            offer.WasLost ? StatusCodes.Status409Conflict : StatusCodes.Status200OK,
            TimesPage.Render(offer, language.OrOwn(offer.About.Language).Tag)),
        AnswerOutcome.OptedOut gone => new(StatusCodes.Status200OK, StopPage.Done(language.OrOwn(gone.Language).Tag)),
        AnswerOutcome.Unknown => new(StatusCodes.Status404NotFound, MessagePage.Unknown(language)),
        AnswerOutcome.Busy => new(StatusCodes.Status503ServiceUnavailable, MessagePage.Busy(language), Moment),
        AnswerOutcome.Refused => new(StatusCodes.Status409Conflict, MessagePage.Busy(language)),
        _ => new(StatusCodes.Status410Gone, MessagePage.Closed(language)),
    };

    private Task<AnswerOutcome> LookAsync(HttpRequest request, string code, CancellationToken cancellation)
    {
        var asked = request.Query[TimesField].ToString();
        return asked.Length == 0 ? workflow.FindAsync(code, cancellation) : times.OfferAsync(code, AnswerForm.TimeOf(asked), cancellation);
    }

    // What an invitation's page leads to besides other times.
    private IResult? Asked(HttpRequest request, AnswerOutcome outcome, PageLanguage language)
    {
        if (outcome is not AnswerOutcome.Found found)
        {
            return null;
        }

        var tag = language.OrOwn(found.Language).Tag;
        return request.Query.ContainsKey(StopPage.Field) ? new PageResult(StatusCodes.Status200OK, StopPage.Ask(tag))
            : request.Query.ContainsKey(CalendarField) && InvitationCalendar.IsOffered(found) ? Calendar(found, FamilyText.In(tag))
            : null;
    }

    // The words of the page itself, which are as discreet as they must be.
    private CalendarResult Calendar(AnswerOutcome.Found found, FamilyText text) => new(InvitationCalendar.FileOf(
        found,
        found.Kind == OccasionKind.Visit ? text.Heading : text.InvitationHeading,
        text.Contact.Replace("{phone}", found.Rules.Phone, StringComparison.Ordinal),
        Instant.FromDateTimeOffset(time.GetUtcNow())));

    // Where the reader goes on, so that looking again does not press again.
    private static string? AfterPress(AnswerOutcome outcome, string code, PageLanguage language) => outcome switch
    {
        AnswerOutcome.Found => AddressOf(code, language),
        AnswerOutcome.Rebooked moved => AddressOf(moved.Code, language),
        AnswerOutcome.Times { WasLost: false, Held: var held } => AddressOf(code, language, held is { } slot ? AnswerForm.Written(slot.Starts) : AllTimes),
        _ => null,
    };

    private static IResult Ask(string typed, PageLanguage language)
    {
        if (AnswerCodes.HashOf(typed) is not null)
        {
            return new SeeOtherResult(AddressOf(typed, language));
        }

        return typed.Length == 0
            ? new PageResult(StatusCodes.Status200OK, MessagePage.Ask(language, isWrong: false))
            : new PageResult(StatusCodes.Status400BadRequest, MessagePage.Ask(language, isWrong: true));
    }

    // Only the code's own signs: what was typed never becomes part of an address.
    private static string AddressOf(string code, PageLanguage language, string? asked = null)
    {
        string?[] query = [language.IsAsked ? $"{PageLanguage.Parameter}={language.Tag}" : null, asked is null ? null : $"{TimesField}={asked}"];
        var parts = string.Join('&', query.OfType<string>());
        return $"{Path}/{string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}" + (parts.Length == 0 ? "" : $"?{parts}");
    }
}
