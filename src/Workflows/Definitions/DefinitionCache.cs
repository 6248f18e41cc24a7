using System.Collections.Concurrent;
using Notifieringar.Model;
using Notifieringar.Records.Texts;
using Notifieringar.Templates;

namespace Notifieringar.Workflows.Definitions;

/// <summary>Programmes, units and texts as this instance last read them: edits are seen within a minute.</summary>
/// <param name="definitions">Programmes and units.</param>
/// <param name="templates">Texts.</param>
/// <param name="time">Real time.</param>
public sealed class DefinitionCache(DefinitionTable definitions, TemplateTable templates, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset ReadAt, object Value)> _read = new(StringComparer.Ordinal);

    /// <summary>All units.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Their rules.</returns>
    public Task<IReadOnlyList<UnitRules>> UnitsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<UnitRules>>(
        "units",
        async () => [.. (await definitions.ReadAsync(DefinitionTable.Units, cancellation).ConfigureAwait(false)).Select(unit => Unit(unit.Key, unit.Value))]);

    /// <summary>One unit's rules.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Its rules; null when there is no such unit.</returns>
    public async Task<UnitRules?> FindUnitAsync(UnitId unit, CancellationToken cancellation) =>
        (await UnitsAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(rules => rules.Unit == unit);

    /// <summary>One unit's rules, for work that names a unit that must exist.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Its rules.</returns>
    /// <exception cref="InvalidOperationException">There is no such unit.</exception>
    public async Task<UnitRules> UnitAsync(UnitId unit, CancellationToken cancellation) =>
        await FindUnitAsync(unit, cancellation).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"There is no unit '{unit}'. Save its rules first (docs/units.md).");

    /// <summary>All programmes.</summary>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The programmes in the Programmes table.</returns>
    public Task<IReadOnlyList<Programme>> ProgrammesAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<Programme>>(
        "programmes",
        async () => [.. (await definitions.ReadAsync(DefinitionTable.Programmes, cancellation).ConfigureAwait(false)).Select(pair => Programme(pair.Key, pair.Value))]);

    /// <summary>One programme, for work that names one that must exist.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The programme.</returns>
    /// <exception cref="InvalidOperationException">There is no such programme.</exception>
    public async Task<Programme> ProgrammeAsync(string programme, CancellationToken cancellation) =>
        (await ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == programme)
        ?? throw new InvalidOperationException($"There is no programme '{programme}'.");

    /// <summary>A programme and one of its steps.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Both.</returns>
    /// <exception cref="InvalidOperationException">There is no such programme or step.</exception>
    public async Task<(Programme Programme, Step Step)> StepAsync(string programme, string step, CancellationToken cancellation)
    {
        var found = (await ProgrammesAsync(cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Id == programme);
        return found?.StepNamed(step) is { } named
            ? (found, named)
            : throw new InvalidOperationException($"There is no step '{step}' in a programme '{programme}'.");
    }

    /// <summary>The current texts of a step.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each channel and language there is.</returns>
    public Task<IReadOnlyList<TemplateText>> TextsAsync(string programme, string step, CancellationToken cancellation) => ReadAsync<IReadOnlyList<TemplateText>>(
        $"texts~{programme}~{step}",
        async () => [.. (await templates.CurrentAsync(programme, step, cancellation).ConfigureAwait(false)).Select(TextOf)]);

    /// <summary>The texts of a step in the versions that were pinned.</summary>
    /// <param name="programme">The programme's id.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="pins">What <see cref="TextPins.Of"/> gave; empty for the current texts.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>One for each channel and language there was.</returns>
    public Task<IReadOnlyList<TemplateText>> TextsAsync(string programme, string step, string pins, CancellationToken cancellation) => pins.Length == 0
        ? TextsAsync(programme, step, cancellation)
        : ReadAsync<IReadOnlyList<TemplateText>>(
            $"texts~{programme}~{step}~{pins}",
            async () => TextPins.Pinned(pins, (await templates.HistoryAsync(programme, step, cancellation).ConfigureAwait(false)).Select(TextOf)));

    /// <summary>Forgets what was read, after this instance has changed a definition.</summary>
    internal void Forget() => _read.Clear();

    private static TemplateText TextOf(StoredText text) => new(
        new TemplateKey(text.Programme, text.Step, text.Channel, text.Language), text.Version, text.Source, text.Reviewed, text.TranslatedFrom, text.Shipped);

    private static UnitRules Unit(string id, string json)
    {
        var (rules, problem) = UnitFile.Read(new UnitId(id), json);
        return rules ?? throw new InvalidOperationException($"The rules of unit '{id}' are broken. {problem}");
    }

    private static Programme Programme(string id, string json) => ProgrammeFile.Read(json) switch
    {
        ProgrammeOutcome.Read read => read.Programme,
        ProgrammeOutcome.Invalid invalid =>
            throw new InvalidOperationException($"Programme '{id}' is broken. {string.Join("; ", invalid.Problems)}"),
        _ => throw new InvalidOperationException(id),
    };

    private async Task<T> ReadAsync<T>(string key, Func<Task<T>> read)
        where T : class
    {
        var now = time.GetUtcNow();
        if (_read.TryGetValue(key, out var known) && now - known.ReadAt < Fresh)
        {
            return (T)known.Value;
        }

        var value = await read().ConfigureAwait(false);
        if (value is not System.Collections.ICollection { Count: 0 })
        {
            _read[key] = (now, value); // nothing there yet is not remembered: the first texts are used as soon as they are seeded
        }

        return value;
    }
}
