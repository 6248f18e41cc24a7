using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Templates.Checking;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.TestMessages;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What the buttons of the editor do. What was typed is never lost: it is shown again unless it is kept.</summary>
/// <param name="edit">Drafts and publishing.</param>
/// <param name="save">A translation that still says the same.</param>
/// <param name="test">Sends to the tester.</param>
/// <param name="definitions">How many libraries share the texts.</param>
/// <param name="renderer">Renders.</param>
internal sealed class TextPosting(EditText edit, SaveText save, SendTestMessage test, DefinitionCache definitions, StaffRenderer renderer)
{
    public async Task<IResult?> DoAsync(StaffRequest request, TextForm form, CancellationToken cancellation) => request.Field("gor") switch
    {
        "check" when request.Field("svar") == "json" => Findings(request, form),
        "check" => await PageAsync(request, Checked(form), cancellation).ConfigureAwait(false),
        "save" => await SaveAsync(request, form, cancellation).ConfigureAwait(false),
        "discard" => await DiscardAsync(request, form, cancellation).ConfigureAwait(false),
        "publish" => await PublishAsync(request, form, cancellation).ConfigureAwait(false),
        "reviewed" => await ReviewedAsync(request, form, cancellation).ConfigureAwait(false),
        "stillRight" => await StillRightAsync(request, form, cancellation).ConfigureAwait(false),
        "test" => await TestAsync(request, form, cancellation).ConfigureAwait(false),
        _ => null,
    };

    /// <summary>Makes a draft of an earlier version.</summary>
    public async Task<IResult?> RestoreAsync(StaffRequest request, EditedText text, string version, CancellationToken cancellation) =>
        await edit.RestoreAsync(text.Key, version, request.Who.Id, cancellation).ConfigureAwait(false) switch
        {
            DraftOutcome.Done => Back(request, "textRestored"),
            DraftOutcome.Changed => Back(request, "textNotRestored"),
            _ => null,
        };

    /// <summary>The editor.</summary>
    public async Task<IResult> PageAsync(StaffRequest request, TextForm form, CancellationToken cancellation) => await renderer.PageAsync<TextEditorPage>(
        new Dictionary<string, object?>
        {
            ["View"] = request.View,
            ["Form"] = form,
            ["Libraries"] = (await definitions.UnitsAsync(cancellation).ConfigureAwait(false)).Count,
        },
        form.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK).ConfigureAwait(false);

    private static TextForm Checked(TextForm form) => form with { Findings = EditText.Check(form.Text, form.Words), Message = "mallar.checked" };

    private static IResult Findings(StaffRequest request, TextForm form)
    {
        PageResult.WritePrivacy(request.Http.HttpContext.Response);
        return Results.Json(EditText.Check(form.Text, form.Words).Select(finding => new
        {
            finding.Line,
            finding.Column,
            Weight = finding.Weight.ToString(),
            finding.Message,
            finding.Remedy,
        }));
    }

    private async Task<IResult> SaveAsync(StaffRequest request, TextForm form, CancellationToken cancellation) =>
        await edit.SaveAsync(form.Text.Key, form.Words, request.Who.Id, form.Draft, cancellation).ConfigureAwait(false) switch
        {
            DraftOutcome.Done => Back(request, "draftSaved"),
            DraftOutcome.TooLong => await RefuseAsync(request, form, "mallar.tooLong", cancellation).ConfigureAwait(false),
            _ => await RefuseAsync(request, form, "mallar.draftChanged", cancellation).ConfigureAwait(false),
        };

    private async Task<IResult> DiscardAsync(StaffRequest request, TextForm form, CancellationToken cancellation) =>
        await edit.DiscardAsync(form.Text.Key, form.Draft, cancellation).ConfigureAwait(false) == DraftOutcome.Done
            ? Back(request, "draftDiscarded")
            : await RefuseAsync(request, form, "mallar.draftChanged", cancellation).ConfigureAwait(false);

    private async Task<IResult> PublishAsync(StaffRequest request, TextForm form, CancellationToken cancellation)
    {
        var edited = new TextEdit(
            form.Text.Key, form.Words, form.IsReviewed, form.Swedish.Length == 0 ? null : form.Swedish, request.Who.Id, form.Published);
        return await SavedAsync(request, form, await edit.PublishAsync(edited, form.Draft, cancellation).ConfigureAwait(false), "textPublished", cancellation)
            .ConfigureAwait(false);
    }

    // The words that are published, not those in the field.
    private async Task<IResult?> ReviewedAsync(StaffRequest request, TextForm form, CancellationToken cancellation)
    {
        if (form.Text.Published is not { } published || form.Text.IsStale)
        {
            return null;
        }

        var reviewed = new TextEdit(form.Text.Key, published.Source, IsReviewed: true, form.Text.Swedish?.Version, request.Who.Id, form.Published);
        return await SavedAsync(request, form, await save.RunAsync(reviewed, cancellation).ConfigureAwait(false), "textReviewed", cancellation).ConfigureAwait(false);
    }

    private async Task<IResult?> StillRightAsync(StaffRequest request, TextForm form, CancellationToken cancellation)
    {
        var outcome = await save.ConfirmAsync(form.Text.Key, form.Swedish, form.IsReviewed, request.Who.Id, cancellation).ConfigureAwait(false);
        return await SavedAsync(request, form, outcome, "textStillRight", cancellation).ConfigureAwait(false);
    }

    private async Task<IResult> SavedAsync(StaffRequest request, TextForm form, SavedText outcome, string said, CancellationToken cancellation) => outcome switch
    {
        SavedText.Published => Back(request, said),
        SavedText.Faulty faulty => await RefuseAsync(request, form with { Findings = faulty.Findings }, "mallar.faulty", cancellation).ConfigureAwait(false),
        SavedText.Outdated => await RefuseAsync(request, form, "mallar.swedishChanged", cancellation).ConfigureAwait(false),
        SavedText.Busy => await RefuseAsync(request, form, "mallar.publishedChanged", cancellation).ConfigureAwait(false),
        _ => await RefuseAsync(request, form, "mallar.tooLong", cancellation).ConfigureAwait(false),
    };

    private async Task<IResult?> TestAsync(StaffRequest request, TextForm form, CancellationToken cancellation)
    {
        var (channel, isLetter) = (form.Text.Key.Channel, form.Text.Key.Channel == Channel.Letter);
        if (channel == Channel.Sms && !(PhoneNumber.TryParse(form.To, out var number, out _) && number.IsSwedishMobile))
        {
            return await RefuseAsync(request, form, "mallar.testNumber", cancellation).ConfigureAwait(false);
        }

        if (channel == Channel.Email && !EmailAddress.TryParse(form.To, out _, out _))
        {
            return await RefuseAsync(request, form, "mallar.testAddress", cancellation).ConfigureAwait(false);
        }

        var order = JsonSerializer.Serialize(
            new { to = isLetter ? null : form.To, family = form.Family.Length == 0 ? null : form.Family, text = TextEdit.WordsOf(form.Words) });
        return await test.RunAsync(request.Rules.Unit, form.Text.Key, order, cancellation).ConfigureAwait(false) switch
        {
            TestOutcome.Printed letter => Pdf(request, letter),
            TestOutcome.Sent => await PageAsync(request, form with { Message = "mallar.testSent" }, cancellation).ConfigureAwait(false),
            TestOutcome.Faulty faulty => await RefuseAsync(request, form with { Findings = faulty.Findings }, "mallar.faulty", cancellation).ConfigureAwait(false),
            TestOutcome.Unknown => null,
            var refused => await RefuseAsync(request, form, $"mallar.test{refused.GetType().Name}", cancellation).ConfigureAwait(false),
        };
    }

    private static IResult Pdf(StaffRequest request, TestOutcome.Printed letter)
    {
        PageResult.WritePrivacy(request.Http.HttpContext.Response);
        return Results.File(letter.Pdf.ToArray(), "application/pdf", string.Create(CultureInfo.InvariantCulture, $"test-{request.Rest[1]}.pdf"));
    }

    private Task<IResult> RefuseAsync(StaffRequest request, TextForm form, string message, CancellationToken cancellation) =>
        PageAsync(request, form with { Message = message, IsRefused = true }, cancellation);

    private static IResult Back(StaffRequest request, string said) => request.Back($"mallar/{string.Join('/', request.Rest.Take(4))}", said);
}
