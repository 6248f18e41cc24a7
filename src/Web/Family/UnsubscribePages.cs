using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Family;

/// <summary>The page behind the unsubscribe address of e-mails. Mail programs post to it on their own (RFC 8058); people press its button.
/// Looking never unsubscribes: mail filters fetch every link. An unknown token gets the same page, so that it does not tell.</summary>
/// <param name="workflow">Closes the channel.</param>
public sealed class UnsubscribePages(UnsubscribeEmail workflow)
{
    private const string Field = "List-Unsubscribe";
    private const string Wish = "One-Click";

    // One field with one word: anything larger is neither a mail program's nor our form.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 2,
        KeyLengthLimit = 32,
        ValueLengthLimit = 32,
        MultipartBodyLengthLimit = 256,
    };

    /// <summary>Answers a request.</summary>
    /// <param name="request">GET to look, POST to unsubscribe.</param>
    /// <param name="token">The token in the address.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>200 with a page, never a redirect; 400 with one for a post that asks for nothing.</returns>
    public async Task<IResult> RunAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var language = PageLanguage.Of(request).OrOwn(await workflow.LanguageAsync(token, cancellation).ConfigureAwait(false));
        if (!HttpMethods.IsPost(request.Method))
        {
            return new PageResult(StatusCodes.Status200OK, Ask(language));
        }

        if (!await IsAskedAsync(request, cancellation).ConfigureAwait(false))
        {
            return new PageResult(StatusCodes.Status400BadRequest, Ask(language));
        }

        await workflow.RunAsync(token, cancellation).ConfigureAwait(false);
        return new PageResult(StatusCodes.Status200OK, Done(language));
    }

    internal static async Task<bool> IsAskedAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType
                && (await request.ReadFormAsync(Limits, cancellation).ConfigureAwait(false))[Field].ToString() == Wish;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    internal static string Ask(PageLanguage language)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.UnsubscribeHeading, $"""
            <h1>{PageHtml.Encode(text.UnsubscribeHeading)}</h1>
            <p>{PageHtml.Encode(text.Unsubscribe)}</p>
            <form method="post"><button class="first" name="{Field}" value="{Wish}">{PageHtml.Encode(text.UnsubscribeButton)}</button></form>
            """);
    }

    internal static string Done(PageLanguage language)
    {
        var text = FamilyText.In(language.Tag);
        return PageLayout.Render(language.Tag, text.UnsubscribedHeading, $"""
            <h1>{PageHtml.Encode(text.UnsubscribedHeading)}</h1>
            <p class="said" role="status">{PageHtml.Encode(text.Unsubscribed)}</p>
            """);
    }
}
