using Azure;
using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Texts;

/// <summary>A text as it stands in the Templates table.</summary>
/// <param name="Programme">The programme's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Version">The version.</param>
/// <param name="Source">The Scriban text.</param>
/// <param name="Shipped">True while no administrator has edited it.</param>
/// <param name="Reviewed">False for one that no person has reviewed.</param>
/// <param name="TranslatedFrom">The version of the Swedish text that it says in another language; null for Swedish.</param>
public sealed record StoredText(
    string Programme,
    string Step,
    Channel Channel,
    string Language,
    string Version,
    string Source,
    bool Shipped,
    bool Reviewed = true,
    string? TranslatedFrom = null);

/// <summary>Texts and their history. Sending reads only this table.</summary>
/// <param name="tables">The storage account's tables.</param>
public sealed class TemplateTable(Tables tables)
{
    private const string Name = "Templates";

    /// <summary>The current texts of a step.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each channel and language there is.</returns>
    public Task<IReadOnlyList<StoredText>> CurrentAsync(string programme, string step, CancellationToken cancellation) =>
        ReadAsync(programme, step, current: true, cancellation);

    /// <summary>Every version of the texts of a step.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each channel, language and version there has been.</returns>
    public Task<IReadOnlyList<StoredText>> HistoryAsync(string programme, string step, CancellationToken cancellation) =>
        ReadAsync(programme, step, current: false, cancellation);

    private async Task<IReadOnlyList<StoredText>> ReadAsync(string programme, string step, bool current, CancellationToken cancellation)
    {
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var texts = new List<StoredText>();
        var filter = $"PartitionKey eq {TableExtensions.Quoted($"{programme}~{step}")} and Current eq {(current ? "true" : "false")}";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            var parts = row.RowKey.Split('~');
            texts.Add(new StoredText(
                programme,
                step,
                Enum.Parse<Channel>(parts[0], ignoreCase: true),
                parts[1],
                row.GetString("Version") ?? "",
                row.GetString("Source") ?? "",
                row.GetBoolean("Shipped") ?? false,
                row.GetBoolean("Reviewed") ?? true,
                row.GetString("TranslatedFrom")));
        }

        return texts;
    }

    /// <summary>Puts a shipped text in place, unless an administrator has edited that text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True when it is new here.</returns>
    public async Task<bool> SeedAsync(StoredText text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var partition = $"{text.Programme}~{text.Step}";
        var name = $"{text.Channel.ToString().ToLowerInvariant()}~{text.Language}";
        if (!await table.TryAddAsync(Row(text, partition, $"{name}~{text.Version}", current: false), cancellation).ConfigureAwait(false))
        {
            return false;
        }

        var current = await table.GetEntityIfExistsAsync<TableEntity>(partition, $"{name}~current", cancellationToken: cancellation).ConfigureAwait(false);
        var row = Row(text, partition, $"{name}~current", current: true);
        if (current is not { HasValue: true, Value: { } existing })
        {
            return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }

        if (existing.GetBoolean("Shipped") != true)
        {
            return false;
        }

        await table.UpdateEntityAsync(row, existing.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Publishes an edited text: it joins the history and is the current one from now on. No deploy overwrites it.</summary>
    /// <param name="text">The text; its version stands for its content.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when somebody else published this text at the same time: try again.</returns>
    public async Task<bool> PublishAsync(StoredText text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = await tables.GetAsync(Name).ConfigureAwait(false);
        var partition = $"{text.Programme}~{text.Step}";
        var name = $"{text.Channel.ToString().ToLowerInvariant()}~{text.Language}";
        var current = await table.GetEntityIfExistsAsync<TableEntity>(partition, $"{name}~current", cancellationToken: cancellation).ConfigureAwait(false);

        // Replaced and not only added: the same words may have been reviewed since. History first, so that what is current can be pinned.
        var history = Row(text, partition, $"{name}~{text.Version}", current: false);
        await table.UpsertEntityAsync(history, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        var row = Row(text, partition, $"{name}~current", current: true);
        if (current is not { HasValue: true, Value: { } existing })
        {
            return await table.TryAddAsync(row, cancellation).ConfigureAwait(false);
        }

        try
        {
            await table.UpdateEntityAsync(row, existing.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    private static TableEntity Row(StoredText text, string partition, string key, bool current) => new(partition, key)
    {
        ["Version"] = text.Version,
        ["Source"] = text.Source,
        ["Shipped"] = text.Shipped,
        ["Reviewed"] = text.Reviewed,
        ["TranslatedFrom"] = text.TranslatedFrom,
        ["Current"] = current,
    };
}
