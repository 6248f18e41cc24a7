using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Notifieringar.Templates;
using Notifieringar.Web.Staff.Settings;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>A programme as it is written, to read and to change.</summary>
/// <param name="save">Checks and saves programmes.</param>
/// <param name="definitions">How many libraries share them.</param>
/// <param name="renderer">Renders.</param>
internal sealed class ProgrammePosting(SaveProgramme save, DefinitionCache definitions, StaffRenderer renderer)
{
    /// <summary>The name of the page where a new programme is written.</summary>
    public const string New = "ny";

    // The field that holds a programme as text; without it the form of its plain values was sent.
    private const string Whole = "program";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Begun = """
        {
          "$schema": "programme.schema.json",
          "id": "",
          "name": "",
          "discretion": "D1",
          "occasion": { "kind": "meeting", "minutes": 60 },
          "audience": { "who": "household" },
          "noAnswerMeans": "no",
          "answers": ["yes", "no"],
          "steps": []
        }
        """;

    public async Task<IResult?> ShowAsync(StaffRequest request, string id, CancellationToken cancellation)
    {
        if (id == New)
        {
            return await PageAsync(request, new ProgrammeText(New, Begun, "", []), message: null, cancellation).ConfigureAwait(false);
        }

        return await save.FindAsync(id, cancellation).ConfigureAwait(false) is var (json, version)
            ? await PageAsync(request, new ProgrammeText(id, json, version, []), message: null, cancellation).ConfigureAwait(false)
            : null;
    }

    public async Task<IResult?> SaveAsync(StaffRequest request, string id, CancellationToken cancellation)
    {
        var kept = id == New ? null : await save.FindAsync(id, cancellation).ConfigureAwait(false);
        if (id != New && kept is null)
        {
            return null;
        }

        var form = request.Http.Form;
        var json = kept is var (now, _) && !form.ContainsKey(Whole) ? WithFields(now, form) : request.Field(Whole).Replace("\r\n", "\n", StringComparison.Ordinal);
        var typed = new ProgrammeText(id, json, request.Field("version"), []);
        var named = id == New ? IdIn(typed.Json) : id;
        var (problems, isSaved) = await save.ReplaceAsync(named, typed.Json, typed.Version, cancellation).ConfigureAwait(false);
        return isSaved ? request.Back($"installningar/program/{named}", "programmeSaved")
            : await PageAsync(
                request, typed with { Problems = problems }, problems.IsEmpty ? "installningar.programmeChanged" : "installningar.programmeWrong", cancellation).ConfigureAwait(false);
    }

    private static string WithFields(string kept, IFormCollection form)
    {
        var programme = JsonNode.Parse(kept)!.AsObject();
        ProgrammeForm.Write(programme, form);
        return programme.ToJsonString(Written);
    }

    private async Task<IResult> PageAsync(StaffRequest request, ProgrammeText text, string? message, CancellationToken cancellation) =>
        await renderer.PageAsync<ProgrammePage>(
            new Dictionary<string, object?>
            {
                ["View"] = request.View,
                ["Text"] = text,
                ["Message"] = message,
                ["Libraries"] = (await definitions.UnitsAsync(cancellation).ConfigureAwait(false)).Count,
            },
            message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity).ConfigureAwait(false);

    // What is not there is found by the check.
    private static string IdIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()!
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}

/// <summary>A programme in its field.</summary>
/// <param name="Id">Its id; <c>ny</c> for one that is not there yet.</param>
/// <param name="Json">What stands in the field.</param>
/// <param name="Version">The version that was seen; empty for none.</param>
/// <param name="Problems">What to mend.</param>
public sealed record ProgrammeText(string Id, string Json, string Version, ImmutableArray<ProgrammeProblem> Problems)
{
    /// <summary>The programme that is written there; null when it is none, and its fields cannot be shown.</summary>
    public JsonObject? Programme
    {
        get
        {
            try
            {
                return JsonNode.Parse(Json) as JsonObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
