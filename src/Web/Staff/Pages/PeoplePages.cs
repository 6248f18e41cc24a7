using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Records.Silencing;
using Notifieringar.Workflows;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>Families and others: the search, one of them, other times for a visit, and what a silence has done. What is searched for is posted,
/// so that no name stands in an address.</summary>
/// <param name="find">Searches.</param>
/// <param name="showing">Shows one.</param>
/// <param name="actions">What is done on somebody's page.</param>
/// <param name="silences">What silences have done.</param>
/// <param name="renderer">Renders.</param>
internal sealed class PeoplePages(
    FindPeople find, PersonShowing showing, PersonActions actions, SilenceJournal silences, StaffRenderer renderer) : IStaffPage
{
    public const string Page = "familjer";
    public const string Silence = "tystnad";
    public const string Time = "tid";
    private const int LongestSearch = 200;

    public string Name => Page;

    public async Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation) => request.Rest switch
    {
        [] => await SearchAsync(request, searched: null, found: null).ConfigureAwait(false),
        [Silence, var id] => await SilenceAsync(request, id, cancellation).ConfigureAwait(false),
        [var person] => await showing.PageAsync(request, person, PersonTyped.Nothing, cancellation).ConfigureAwait(false),
        [var person, Time, var occasion] => await showing.TimesAsync(request, person, occasion, wasLost: false, cancellation).ConfigureAwait(false),
        _ => null,
    };

    public StaffRole? RoleFor(StaffRequest request) => request.Rest switch
    {
        [] or [not Silence] or [_, Time, _] => StaffRole.Staff,
        _ => null,
    };

    public async Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation)
    {
        if (!request.Rest.IsEmpty)
        {
            return await actions.RunAsync(request, cancellation).ConfigureAwait(false);
        }

        var text = request.Field("sok").Trim();
        var searched = text[..Math.Min(text.Length, LongestSearch)];
        return await SearchAsync(request, searched, await find.RunAsync(request.Rules, searched, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private Task<IResult> SearchAsync(StaffRequest request, string? searched, FoundPeople? found) => renderer.PageAsync<PeoplePage>(
        new Dictionary<string, object?> { ["View"] = request.View, ["Searched"] = searched, ["Found"] = found });

    private async Task<IResult?> SilenceAsync(StaffRequest request, string id, CancellationToken cancellation) =>
        await silences.ReceiptAsync(new SilenceReference(request.Rules.Unit.Value, id), cancellation).ConfigureAwait(false) is { } receipt
            ? await renderer.PageAsync<SilencePage>(new Dictionary<string, object?> { ["View"] = request.View, ["Receipt"] = receipt }).ConfigureAwait(false)
            : null;
}

/// <summary>What somebody typed on a person's page that could not be used, and what to do: nothing typed is lost.</summary>
/// <param name="Problem">A key of the texts; null for nothing.</param>
/// <param name="Fields">Fields of the form by name.</param>
public sealed record PersonTyped(string? Problem, ImmutableDictionary<string, string> Fields)
{
    /// <summary>Nothing has been typed.</summary>
    public static PersonTyped Nothing { get; } = new(null, ImmutableDictionary<string, string>.Empty);

    /// <summary>A field; what stands in its place when it was not typed.</summary>
    public string Field(string name, string otherwise = "") => Fields.GetValueOrDefault(name, otherwise);

    /// <summary>What was typed in a form of one invitation.</summary>
    public string Of(OccasionId occasion, string name) => Field("tillfalle") == occasion.Value ? Field(name) : "";
}
