using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Templates;
using Notifieringar.Web.Staff.Previews;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Texts: the programmes, a programme's texts, and the editor of one with its preview and its versions.</summary>
/// <param name="matrix">Which texts there are.</param>
/// <param name="edit">Drafts and publishing.</param>
/// <param name="preview">Shows a text as a family gets it.</param>
/// <param name="posting">What the editor's buttons do.</param>
/// <param name="definitions">Whose texts they are.</param>
/// <param name="renderer">Renders.</param>
internal sealed class TextPages(
    ShowTextMatrix matrix, EditText edit, PreviewText preview, TextPosting posting, DefinitionCache definitions, StaffRenderer renderer) : IStaffPage
{
    private const string Preview = "forhandsvisning";
    private const string Version = "version";

    public string Name => "mallar";

    public StaffRole? OpenTo => StaffRole.Administrator;

    public long LongestForm => 512 * 1024; // a text of mostly Arabic or Tigrinya grows ninefold in a form

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (request.Rest.Length < 2)
        {
            return await OverviewAsync(request, cancellation).ConfigureAwait(false);
        }

        if (KeyOf(request) is not { } key || await edit.FindAsync(key, cancellation).ConfigureAwait(false) is not { } text)
        {
            return null;
        }

        var family = request.Http.Query["familj"].ToString();
        return request.Rest[4..] switch
        {
            [] => await posting.PageAsync(request, TextForm.Of(text) with { Family = family }, cancellation).ConfigureAwait(false),
            [Preview] => TextPreviews.Of(await preview.RunAsync(request.Rules, text, text.Words, family, cancellation).ConfigureAwait(false), text.Key),
            [Version, var version] => await VersionAsync(request, text, version).ConfigureAwait(false),
            _ => null,
        };
    }

    public bool Changes(StaffRequest request) => request.Rest is not [_, _, _, _, Preview] && request.Field("gor") != "check";

    public StaffRole? RoleFor(StaffRequest request) => KeyOf(request) is not null ? StaffRole.Administrator : null;

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (await edit.FindAsync(KeyOf(request)!, cancellation).ConfigureAwait(false) is not { } text)
        {
            return null;
        }

        var form = TextForm.Of(text, request);
        return request.Rest[4..] switch
        {
            [] => await posting.DoAsync(request, form, cancellation).ConfigureAwait(false),
            [Preview] => TextPreviews.Of(await preview.RunAsync(request.Rules, text, form.Words, form.Family, cancellation).ConfigureAwait(false), text.Key),
            [Version, var version] => await posting.RestoreAsync(request, text, version, cancellation).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<IResult?> OverviewAsync(StaffRequest request, CancellationToken cancellation)
    {
        var libraries = (await definitions.UnitsAsync(cancellation).ConfigureAwait(false)).Count;
        if (request.Rest.IsEmpty)
        {
            return await renderer.PageAsync<TextProgrammesPage>(new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Programmes"] = await matrix.ListAsync(cancellation).ConfigureAwait(false),
                ["Libraries"] = libraries,
            }).ConfigureAwait(false);
        }

        return await matrix.FindAsync(request.Rest[0], request.Http.Query["nytt"], cancellation).ConfigureAwait(false) is { } texts
            ? await renderer.PageAsync<TextMatrixPage>(
                new Dictionary<string, object?> { ["View"] = request.View, ["Texts"] = texts, ["Libraries"] = libraries }).ConfigureAwait(false)
            : null;
    }

    private async Task<IResult?> VersionAsync(StaffRequest request, EditedText text, string version) =>
        text.Versions.FirstOrDefault(one => one.Version == version) is { } shown
            ? await renderer.PageAsync<TextVersionPage>(
                new Dictionary<string, object?> { ["View"] = request.View, ["Text"] = text, ["Version"] = shown }).ConfigureAwait(false)
            : null;

    // mallar/{programme}/{step}/{channel}/{language}
    private static TemplateKey? KeyOf(StaffRequest request) => request.Rest is [var programme, var step, var channel, var language, ..]
        ? channel switch
        {
            "sms" => new TemplateKey(programme, step, Channel.Sms, language),
            "email" => new TemplateKey(programme, step, Channel.Email, language),
            "letter" => new TemplateKey(programme, step, Channel.Letter, language),
            _ => null,
        }
        : null;
}
