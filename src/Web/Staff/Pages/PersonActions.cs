using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Pickups;
using Notifieringar.Workflows.Silencing;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What is done on somebody's page. Each form is a workflow of its own; nothing is written from here.</summary>
/// <param name="showing">Shows the page again.</param>
/// <param name="read">Who may be shown.</param>
/// <param name="answers">Answers given to staff.</param>
/// <param name="silences">Silences.</param>
/// <param name="marks">What is noted of homes.</param>
/// <param name="interpreters">Interpreters.</param>
/// <param name="pickups">What is to be collected.</param>
internal sealed class PersonActions(
    PersonShowing showing,
    ReadFamily read,
    AnswerOnBehalf answers,
    OrderSilence silences,
    MarkHousehold marks,
    BookInterpreter interpreters,
    AddPickup pickups)
{
    private const int LongestNote = 300;
    private const int LongestPlace = 100;
    private const int MostItems = 99;

    /// <summary>Does what the form says; null for a person who is not there, and for a form that does not exist.</summary>
    public async Task<IResult?> RunAsync(StaffRequest request, CancellationToken cancellation)
    {
        // A page that is not there takes no forms either.
        if (await read.RunAsync(request.Rules, request.Rest[0], cancellation).ConfigureAwait(false) is not { } family)
        {
            return null;
        }

        if (request.Rest is [_, PeoplePages.Time, var occasion])
        {
            return await TimeAsync(request, occasion, cancellation).ConfigureAwait(false);
        }

        return Problem(request) is { } problem
            ? await showing.PageAsync(request, request.Rest[0], Typed(request, problem), cancellation).ConfigureAwait(false)
            : request.Field("gor") switch
            {
                "svara" => await AnswerAsync(request, cancellation).ConfigureAwait(false),
                "tysta" => await SilenceAsync(request, cancellation).ConfigureAwait(false),
                "marka" => await MarkAsync(request, cancellation).ConfigureAwait(false),
                "tolk" => await InterpreterAsync(request, family.Coming.FirstOrDefault(one => one.Invitation.Occasion.Value == request.Field("tillfalle"))?.Programme, cancellation)
                    .ConfigureAwait(false),
                "hamta" => await PickupAsync(request, cancellation).ConfigureAwait(false),
                _ => null,
            };
    }

    // What can be mended is said before anything is tried, in words of this page.
    private static string? Problem(StaffRequest request) => request.Field("gor") switch
    {
        "svara" when request.Field("anteckning").Length > LongestNote => "familjer.noteLong",
        "svara" when PersonalIdentityNumber.AppearsIn(request.Field("anteckning"), phoneExpected: true) => "familjer.noteNumber",
        "svara" when request.Field("svar").Length == 0 => "familjer.noAnswerChosen",
        "tysta" when request.Field("varfor").Length == 0 => "familjer.noReasonChosen",
        "tolk" when request.Field("plats").Length > LongestPlace || PersonalIdentityNumber.AppearsIn(request.Field("plats")) => "familjer.placeWrong",
        "tolk" when request.Field("formedling").Length == 0 => "familjer.noAgencyChosen",
        "hamta" when request.Field("plats").Trim() is { Length: 0 or > LongestPlace } => "familjer.placeWrong",
        "hamta" when !int.TryParse(request.Field("antal"), CultureInfo.InvariantCulture, out var items) || items is < 1 or > MostItems => "familjer.itemsWrong",
        _ => null,
    };

    private static PersonTyped Typed(StaffRequest request, string problem) =>
        new(problem, request.Http.Form.Keys.ToImmutableDictionary(name => name, request.Field));

    private async Task<IResult?> AnswerAsync(StaffRequest request, CancellationToken cancellation)
    {
        var order = new
        {
            person = request.Rest[0],
            occasion = request.Field("tillfalle"),
            answer = request.Field("svar"),
            vote = request.Field("rost") is { Length: > 0 } vote ? vote : null,
            note = request.Field("anteckning"),
            by = request.Who.Id,
        };
        return Back(request, await answers.RunAsync(request.Rules.Unit, JsonSerializer.Serialize(order), cancellation).ConfigureAwait(false), "answered");
    }

    private async Task<IResult?> TimeAsync(StaffRequest request, string occasion, CancellationToken cancellation)
    {
        var order = new { person = request.Rest[0], occasion, answer = "another-time", starts = request.Field("tid"), by = request.Who.Id };
        return await answers.RunAsync(request.Rules.Unit, JsonSerializer.Serialize(order), cancellation).ConfigureAwait(false) is ChangeOutcome.Done
            ? request.Back($"{PeoplePages.Page}/{request.Rest[0]}", "visitMoved")
            : await showing.TimesAsync(request, request.Rest[0], occasion, wasLost: true, cancellation).ConfigureAwait(false);
    }

    private async Task<IResult?> SilenceAsync(StaffRequest request, CancellationToken cancellation)
    {
        var why = request.Field("varfor").Split('~');
        var order = new { person = request.Rest[0], kind = why[0], child = why.Length > 1 ? why[1] : null, by = request.Who.Id };
        return await silences.RunAsync(request.Rules.Unit, JsonSerializer.Serialize(order), cancellation).ConfigureAwait(false) is SilenceOutcome.Ordered ordered
            ? request.Back($"{PeoplePages.Page}/{PeoplePages.Silence}/{ordered.Reference.Silence}", "silenced")
            : null;
    }

    private async Task<IResult?> MarkAsync(StaffRequest request, CancellationToken cancellation)
    {
        var (unit, by) = (request.Rules.Unit, JsonSerializer.Serialize(new { by = request.Who.Id }));
        var outcome = request.Field("marke").Split('~') is [var mark, var stands]
            ? await marks.RunAsync(unit, request.Rest[0], mark, stands == "ja", by, cancellation).ConfigureAwait(false)
            : new ChangeOutcome.Unknown("");
        return Back(request, outcome, "marked");
    }

    private async Task<IResult?> InterpreterAsync(StaffRequest request, Programme? programme, CancellationToken cancellation)
    {
        var order = new { person = request.Field("formedling"), place = request.Field("plats"), by = request.Who.Id };
        return programme is null ? null : Back(
            request,
            await interpreters.RunAsync(
                request.Rules.Unit, programme.Id, new OccasionId(request.Field("tillfalle")), JsonSerializer.Serialize(order), cancellation).ConfigureAwait(false),
            "interpreter");
    }

    private async Task<IResult?> PickupAsync(StaffRequest request, CancellationToken cancellation)
    {
        var order = new
        {
            programme = request.Field("program"),
            person = request.Rest[0],
            place = request.Field("plats").Trim(),
            items = int.Parse(request.Field("antal"), CultureInfo.InvariantCulture),
        };
        var name = Guid.TryParseExact(request.Field("namn"), "N", out var given) ? given : Guid.NewGuid(); // pressed twice is once
        var outcome = await pickups.RunAsync(request.Rules.Unit, name.ToString("N"), JsonSerializer.Serialize(order), cancellation).ConfigureAwait(false);
        return outcome is PickupOutcome.Unknown ? null : request.Back($"{PeoplePages.Page}/{request.Rest[0]}", outcome is PickupOutcome.Done ? "pickup" : "pickupRefused");
    }

    private static IResult? Back(StaffRequest request, ChangeOutcome outcome, string what) => outcome switch
    {
        ChangeOutcome.Done or ChangeOutcome.Ordered => request.Back($"{PeoplePages.Page}/{request.Rest[0]}", what),
        ChangeOutcome.Unknown => null,
        _ => request.Back($"{PeoplePages.Page}/{request.Rest[0]}", $"{what}Refused"),
    };
}
