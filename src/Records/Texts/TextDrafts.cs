using Azure;
using Azure.Data.Tables;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Texts;

/// <summary>A text that somebody is working on.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Source">The text as it is so far.</param>
/// <param name="By">Who saved it last, an opaque id.</param>
/// <param name="At">When.</param>
/// <param name="Version">Its version in the table; empty before it has been saved.</param>
public sealed record TextDraft(string Programme, string Step, Channel Channel, string Language, string Source, string By, Instant At, string Version = "");

/// <summary>Drafts of texts: at most one of each text. They stand in a table of their own, which sending never reads.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class TextDrafts(Tables tables)
{
    private const string Name = "TextDrafts";

    /// <summary>The drafts of a programme.</summary>
    /// <param name="programme">The programme's id; null for all programmes.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The drafts.</returns>
    public async Task<IReadOnlyList<TextDraft>> ReadAsync(string? programme, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var drafts = new List<TextDraft>();
        var filter = programme is null ? null : $"PartitionKey eq {TableExtensions.Quoted(programme)}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            drafts.Add(Draft(row));
        }

        return drafts;
    }

    /// <summary>One draft.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The draft; null when there is none.</returns>
    public async Task<TextDraft?> FindAsync(string programme, string step, Channel channel, string language, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(programme, Key(step, channel, language), cancellationToken: cancellation).ConfigureAwait(false);
        return found is { HasValue: true, Value: { } row } ? Draft(row) : null;
    }

    /// <summary>Saves a draft over the version that its writer has seen.</summary>
    /// <param name="draft">The draft, with that version; empty when there was none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody else has saved or discarded it meanwhile.</returns>
    public async Task<bool> SaveAsync(TextDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var row = new TableEntity(draft.Programme, Key(draft.Step, draft.Channel, draft.Language))
        {
            [nameof(TextDraft.Source)] = draft.Source,
            [nameof(TextDraft.By)] = draft.By,
            [nameof(TextDraft.At)] = draft.At.ToDateTimeOffset(),
        };
        if (draft.Version.Length == 0)
        {
            return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }

        try
        {
            return TableExtensions.IsVersion(draft.Version)
                && !(await table.UpdateEntityAsync(row, new ETag(draft.Version), TableUpdateMode.Replace, cancellation).ConfigureAwait(false)).IsError;
        }
        catch (RequestFailedException changed) when (changed.Status is 400 or 404 or 412)
        {
            return false; // 400: a version that no table has given
        }
    }

    /// <summary>Discards a draft in the version that was seen; one that somebody has saved since stays.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody else has saved it meanwhile.</returns>
    public async Task<bool> DiscardAsync(TextDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        try
        {
            var key = Key(draft.Step, draft.Channel, draft.Language);
            return TableExtensions.IsVersion(draft.Version)
                && !(await table.DeleteEntityAsync(draft.Programme, key, new ETag(draft.Version), cancellation).ConfigureAwait(false)).IsError;
        }
        catch (RequestFailedException changed) when (changed.Status is 400 or 412)
        {
            return false;
        }
    }

    private static string Key(string step, Channel channel, string language) => $"{step}~{channel.ToString().ToLowerInvariant()}~{language}";

    private static TextDraft Draft(TableEntity row)
    {
        var parts = row.RowKey.Split('~');
        return new TextDraft(
            row.PartitionKey,
            parts[0],
            Enum.Parse<Channel>(parts[1], ignoreCase: true),
            parts[2],
            row.GetString(nameof(TextDraft.Source)) ?? "",
            row.GetString(nameof(TextDraft.By)) ?? "",
            row.GetInstant(nameof(TextDraft.At)) ?? Instant.MinValue,
            row.ETag.ToString());
    }
}
