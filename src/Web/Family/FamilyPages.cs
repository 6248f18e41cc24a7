using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Answers;

namespace Notifieringar.Web.Family;

/// <summary>The pages behind the codes in letters and messages. Showing a page never answers: phones and chat services fetch links on their own.</summary>
/// <param name="workflow">Finds and answers.</param>
/// <param name="time">Real time, for the limit on wrong codes.</param>
public sealed class FamilyPages(AnswerInvitation workflow, TimeProvider time)
{
    internal const string Path = "/s";
    internal const string TypedCode = "k";
    private const int Minute = 60;
    private const int Moment = 5;
    private readonly GuessLimit _guesses = new(time);

    /// <summary>Answers a request.</summary>
    /// <param name="request">GET to look, POST to answer.</param>
    /// <param name="code">The code in the address; null or empty when there is none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>200 with a page; 303 to one; 400 for half a code, 404 for an unknown one, 410 for one that has had its time; 429 after too many
    /// unknown codes; 503 when an answer could not be stored.</returns>
    public async Task<IResult> RunAsync(HttpRequest request, string? code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var language = PageLanguage.Of(request);
        var client = ClientAddress.Of(request);
        if (string.IsNullOrEmpty(code))
        {
            return Ask(request.Query[TypedCode].ToString(), language);
        }

        if (_guesses.IsReached(client))
        {
            return new PageResult(StatusCodes.Status429TooManyRequests, MessagePage.TooMany(language), Minute);
        }

        var answer = HttpMethods.IsPost(request.Method) ? await AnswerForm.ReadAsync(request, cancellation).ConfigureAwait(false) : Answer.None;
        var outcome = answer == Answer.None
            ? await workflow.FindAsync(code, cancellation).ConfigureAwait(false)
            : await workflow.AnswerAsync(code, answer, cancellation).ConfigureAwait(false);
        if (outcome is AnswerOutcome.Unknown)
        {
            _guesses.Count(client);
        }

        return outcome is AnswerOutcome.Found && HttpMethods.IsPost(request.Method)
            ? new SeeOtherResult(AddressOf(code, language))
            : Page(outcome, language);
    }

    internal static PageResult Page(AnswerOutcome outcome, PageLanguage language) => outcome switch
    {
        AnswerOutcome.Found found => new(StatusCodes.Status200OK, InvitationPage.Render(found, language.OrOwn(found.Language).Tag)),
        AnswerOutcome.Unknown => new(StatusCodes.Status404NotFound, MessagePage.Unknown(language)),
        AnswerOutcome.Busy => new(StatusCodes.Status503ServiceUnavailable, MessagePage.Busy(language), Moment),
        _ => new(StatusCodes.Status410Gone, MessagePage.Closed(language)),
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
    private static string AddressOf(string code, PageLanguage language) =>
        $"{Path}/{string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}"
        + (language.IsAsked ? $"?{PageLanguage.Parameter}={language.Tag}" : "");
}
