using Microsoft.AspNetCore.Http;
using Notifieringar.Workflows.Answers;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

public sealed class MessagePageTests
{
    private static readonly PageLanguage Swedish = new("sv", IsAsked: false);

    [Fact]
    public async Task Page_SilencedPastAndReplaced_CannotBeToldApart()
    {
        var silenced = await Answered.OfAsync(FamilyPages.Page(new AnswerOutcome.Silenced(), Swedish));
        var past = await Answered.OfAsync(FamilyPages.Page(new AnswerOutcome.Past(), Swedish));
        var replaced = await Answered.OfAsync(FamilyPages.Page(new AnswerOutcome.Replaced(), Swedish));

        Assert.Equal(StatusCodes.Status410Gone, silenced.Status);
        Assert.Equal(past, silenced);
        Assert.Equal(replaced, silenced);
    }

    [Fact]
    public async Task Page_UnknownCode_Is404AndAsksForTheCodeAgain()
    {
        var page = await Answered.OfAsync(FamilyPages.Page(new AnswerOutcome.Unknown(), Swedish));

        Assert.Equal(StatusCodes.Status404NotFound, page.Status);
        Assert.Contains("Vi hittar inte den koden", page.Body, StringComparison.Ordinal);
        Assert.Contains("""<form method="get" action="/s">""", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AnswerNotStored_Is503AndSaysWhenToTryAgain()
    {
        var page = await Answered.OfAsync(FamilyPages.Page(new AnswerOutcome.Busy(), Swedish));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, page.Status);
        Assert.Contains("Retry-After: 5", page.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_AfterHalfACode_NamesTheFieldsProblem()
    {
        var page = MessagePage.Ask(Swedish, isWrong: true);

        Assert.Contains("""aria-describedby="wrong hint" aria-invalid="true">""", page, StringComparison.Ordinal);
        Assert.Contains("""id="wrong" role="alert">Det är inte en hel kod.""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-invalid", MessagePage.Ask(Swedish, isWrong: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_ChosenLanguage_StaysChosenWhenTheCodeIsTyped()
    {
        Assert.Contains("""<input type="hidden" name="lang" value="en">""", MessagePage.Ask(new PageLanguage("en", IsAsked: true), isWrong: false), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", MessagePage.Ask(new PageLanguage("en", IsAsked: false), isWrong: false), StringComparison.Ordinal);
    }
}
