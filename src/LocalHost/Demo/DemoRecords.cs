using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NodaTime;
using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Records.Work;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.LocalHost.Demo;

/// <summary>What stands in storage, read past the functions so that the table checks them.</summary>
internal sealed class DemoRecords : IDisposable
{
    // Everything that is planned lies nearer than this.
    private static readonly Duration FarAhead = Duration.FromDays(3660);

    // Connections of our own end with us; shared ones would keep the emulator waiting when it stops.
    private readonly HttpClientTransport _connections = new(new HttpClient(new SocketsHttpHandler { UseProxy = false }));
    private readonly UnitId _unit;
    private readonly PeopleTable _people;
    private readonly DueNotices _due;
    private readonly WaitingLetters _waiting;
    private readonly CallList _callList;
    private readonly OccasionTable _occasions;
    private readonly SlotTable _slots;
    private readonly CampaignTable _campaigns;
    private readonly LetterRuns _runs;
    private readonly PrintedParts _printed;
    private readonly ProblemTable _problems;
    private readonly DefinitionCache _definitions;

    public DemoRecords(string connectionString, UnitId unit, TimeProvider time)
    {
        _unit = unit;
        var tables = new Tables(new TableServiceClient(connectionString, new TableClientOptions { Transport = _connections }));
        _people = new PeopleTable(tables);
        _due = new DueNotices(tables);
        _waiting = new WaitingLetters(tables);
        _callList = new CallList(tables);
        _occasions = new OccasionTable(tables);
        _slots = new SlotTable(tables, TimeProvider.System);
        _campaigns = new CampaignTable(tables);
        _problems = new ProblemTable(tables);
        var blobs = new BlobServiceClient(connectionString, new BlobClientOptions { Transport = _connections });
        _runs = new LetterRuns(tables, blobs);
        _printed = new PrintedParts(blobs);
        _definitions = new DefinitionCache(new DefinitionTable(tables), new TemplateTable(tables), time);
    }

    public Task<UnitRules> RulesAsync(CancellationToken cancellationToken) => _definitions.UnitAsync(_unit, cancellationToken);

    public Task<IReadOnlyList<Programme>> ProgrammesAsync(CancellationToken cancellationToken) => _definitions.ProgrammesAsync(cancellationToken);

    public Task<Instant?> NextDueAsync(Instant now, CancellationToken cancellationToken) => _due.NextAfterAsync(now, cancellationToken);

    public Task<Instant?> NextLetterRunAsync(Instant now, CancellationToken cancellationToken) => _waiting.NextAfterAsync(now, cancellationToken);

    public async Task<IReadOnlyList<Recipient>> PeopleAsync(CancellationToken cancellationToken)
    {
        var people = new List<Recipient>();
        foreach (var shard in Keys.Shards((await RulesAsync(cancellationToken)).Shards))
        {
            people.AddRange(await _people.ReadAllAsync(_unit, shard, cancellationToken).ToListAsync(cancellationToken));
        }

        return people;
    }

    public async Task<IReadOnlyList<Occasion>> OccasionsAsync(CancellationToken cancellationToken)
    {
        var found = new List<Occasion>();
        foreach (var programme in await ProgrammesAsync(cancellationToken))
        {
            found.AddRange(await _occasions.ListAsync(_unit, programme.Id, cancellationToken));
        }

        return found;
    }

    public async Task<IReadOnlySet<(LocalDateTime Starts, string Visitors)>> TakenAsync(LocalDate from, CancellationToken cancellationToken) =>
        (await _slots.TakenAsync(_unit, from, cancellationToken)).Keys.ToHashSet();

    public async Task<IReadOnlyList<DueNotice>> DueAsync(Instant now, CancellationToken cancellationToken) =>
        await _due.BelowAsync(now + FarAhead, cancellationToken).Where(due => due.Unit == _unit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<WaitingLetter>> WaitingAsync(Instant now, CancellationToken cancellationToken) =>
        await _waiting.BelowAsync(now + FarAhead, cancellationToken).Where(letter => letter.Unit == _unit).ToListAsync(cancellationToken);

    public Task<IReadOnlyList<Campaign>> CampaignsAsync(CancellationToken cancellationToken) => _campaigns.ListAsync(_unit, cancellationToken);

    public Task<IReadOnlyList<ListedNotice>> ListedAsync(CancellationToken cancellationToken) => _callList.ReadAsync(_unit, cancellationToken);

    /// <summary>What failed for good and was taken off its poison queue.</summary>
    public Task<IReadOnlyList<Problem>> ProblemsAsync(CancellationToken cancellationToken) => _problems.ReadAsync(_unit, cancellationToken);

    /// <summary>The printed parts of all runs, or of one day's, with their page lists.</summary>
    public async Task<IReadOnlyList<PrintedRunPart>> PrintedAsync(LocalDate? runDate, CancellationToken cancellationToken)
    {
        var printed = new List<PrintedRunPart>();
        foreach (var part in await _runs.PartsAsync(_unit, runDate, cancellationToken))
        {
            if (await _printed.PagesAsync(part, cancellationToken) is { IsDefaultOrEmpty: false } pages)
            {
                printed.Add(new PrintedRunPart(part, pages));
            }
        }

        return printed;
    }

    public Task<BinaryData?> PdfAsync(LetterRunPart part, CancellationToken cancellationToken) => _printed.PdfAsync(part, cancellationToken);

    public void Dispose() => _connections.Dispose();
}

/// <summary>A printed part of a letter run and whose pages are in it.</summary>
internal sealed record PrintedRunPart(LetterRunPart Part, IReadOnlyList<PrintedLetter> Letters);
