using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Texts;

/// <summary>Texts and their history. Sending reads only this table. A version and what is current are written together or not at all: what is
/// current can always be pinned, and a crash leaves no version that nobody ever sees.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class TemplateTable(Tables tables)
{
    private const string Name = "Templates";

    /// <summary>The current texts of a step.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each channel and language there is.</returns>
    public async Task<IReadOnlyList<StoredText>> CurrentAsync(string programme, string step, CancellationToken cancellation) =>
        [.. (await ReadAsync($"{TemplateRows.InStep(programme, step)} and Current eq true", cancellation).ConfigureAwait(false)).Select(row => row.Text)];

    /// <summary>Every version of the texts of a step.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each channel, language and version there has been.</returns>
    public async Task<IReadOnlyList<StoredText>> HistoryAsync(string programme, string step, CancellationToken cancellation) =>
        [.. (await ReadAsync($"{TemplateRows.InStep(programme, step)} and Current eq false", cancellation).ConfigureAwait(false)).Select(row => row.Text)];

    /// <summary>One text with all its versions.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The current one, null when there is none; and every version there has been.</returns>
    public async Task<(StoredText? Current, IReadOnlyList<StoredText> Versions)> VersionsAsync(
        string programme, string step, Channel channel, string language, CancellationToken cancellation)
    {
        var rows = await ReadAsync(TemplateRows.OfText(programme, step, channel, language), cancellation).ConfigureAwait(false);
        return (rows.FirstOrDefault(row => row.IsCurrent).Text, [.. rows.Where(row => !row.IsCurrent).Select(row => row.Text)]);
    }

    private async Task<IReadOnlyList<(StoredText Text, bool IsCurrent)>> ReadAsync(string filter, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var texts = new List<(StoredText, bool)>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            texts.Add((TemplateRows.Text(row), row.GetBoolean(TemplateRows.Current) ?? false));
        }

        return texts;
    }

    /// <summary>Puts a shipped text in place, unless an administrator has edited that text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True when it is the current one from now on.</returns>
    public async Task<bool> SeedAsync(StoredText text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var existing = await CurrentRowAsync(table, text, cancellation).ConfigureAwait(false);
        if (existing?.GetBoolean(nameof(StoredText.Shipped)) == false)
        {
            await table.TryAddAsync(TemplateRows.Version(text), cancellation).ConfigureAwait(false); // to compare with what was edited
            return false;
        }

        if (existing?.GetString(nameof(StoredText.Version)) == text.Version)
        {
            return false;
        }

        // Added, not replaced: a version that has been here is not put back by an older instance that is still running.
        var version = new TableTransactionAction(TableTransactionActionType.Add, TemplateRows.Version(text));
        return await PlaceAsync(table, version, text, existing, cancellation).ConfigureAwait(false)
            || (existing is null && await table.TryAddAsync(TemplateRows.CurrentOf(text), cancellation).ConfigureAwait(false));
    }

    /// <summary>Publishes an edited text: it joins the history and is the current one from now on. No deploy overwrites it.</summary>
    /// <param name="text">The text; its version stands for its content.</param>
    /// <param name="seen">The current version that the editor has seen, empty for none; null when it does not matter.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody else has published this text meanwhile: look at theirs and try again.</returns>
    public async Task<bool> PublishAsync(StoredText text, string? seen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var existing = await CurrentRowAsync(table, text, cancellation).ConfigureAwait(false);
        if (seen is not null && seen != (existing?.GetString(nameof(StoredText.Version)) ?? ""))
        {
            return false;
        }

        // Replaced and not only added: the same words may have been reviewed since.
        var version = new TableTransactionAction(TableTransactionActionType.UpsertReplace, TemplateRows.Version(text));
        return await PlaceAsync(table, version, text, existing, cancellation).ConfigureAwait(false);
    }

    private static async Task<TableEntity?> CurrentRowAsync(TableClient table, StoredText text, CancellationToken cancellation)
    {
        var row = TemplateRows.CurrentOf(text);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellation).ConfigureAwait(false);
        return found is { HasValue: true, Value: { } existing } ? existing : null;
    }

    private static async Task<bool> PlaceAsync(
        TableClient table, TableTransactionAction version, StoredText text, TableEntity? existing, CancellationToken cancellation)
    {
        var current = TemplateRows.CurrentOf(text);
        var place = existing is null
            ? new TableTransactionAction(TableTransactionActionType.Add, current)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, current, existing.ETag);
        try
        {
            await table.SubmitTransactionAsync([version, place], cancellation).ConfigureAwait(false);
            return true;
        }
        catch (TableTransactionFailedException changed) when (changed.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
