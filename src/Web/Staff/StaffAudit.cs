using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Auditing;

namespace Notifieringar.Web.Staff;

/// <summary>Notes every form that staff post, before it is done and with what came of it.</summary>
/// <param name="audit">The log.</param>
/// <param name="text">What may stand in it.</param>
internal sealed class StaffAudit(KeepAudit audit, AuditText text)
{
    private const string Choice = "gor";
    private const int MostFields = 12;
    private const string Said = "sagt=";

    public async Task<IResult?> RunAsync(StaffRequest asked, string page, Func<Task<IResult?>> done, CancellationToken cancellation)
    {
        var entry = await audit.BeginAsync(asked.Rules.Unit, asked.Who.Id, page, What(asked), cancellation).ConfigureAwait(false);
        var result = await done().ConfigureAwait(false);
        await audit.EndAsync(entry, OutcomeOf(result)).ConfigureAwait(false);
        return result;
    }

    /// <summary>Notes a form that was not theirs to post.</summary>
    public async Task RefusedAsync(StaffRequest asked, string page, CancellationToken cancellation) => await audit.EndAsync(
        await audit.BeginAsync(asked.Rules.Unit, asked.Who.Id, page, What(asked), cancellation).ConfigureAwait(false), "403").ConfigureAwait(false);

    // Of the form the names of its fields, which are ours, and of their values only people, as hashes, and the button that says what to do.
    private string What(StaffRequest asked)
    {
        var fields = asked.Http.Form.Where(field => field.Key != asked.View.TokenField && text.Of(field.Key) == field.Key).Take(MostFields)
            .Select(field => ValueOf(field.Key, field.Value.ToString()) is { } value ? $"{field.Key}={value}" : field.Key);
        return string.Join(' ', asked.Rest.Select(text.Of).Concat(fields));
    }

    private string? ValueOf(string name, string value) => text.Of(value) is var written
        && (written.StartsWith("h-", StringComparison.Ordinal) || (name == Choice && written == value)) ? written : null;

    private static string OutcomeOf(IResult? result) => result switch
    {
        null => "404",
        SeeOtherResult { Address: var address } when address.IndexOf(Said, StringComparison.Ordinal) is var at and >= 0 => address[(at + Said.Length)..].Split('&')[0],
        SeeOtherResult => "303",
        PageResult { Status: var status } => status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "200",
    };
}
