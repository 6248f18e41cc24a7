using System.Net.Http.Json;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Notifieringar.LocalHost;
using Notifieringar.LocalHost.Sandbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Answers;
using NodaTime;

namespace Notifieringar.Scenarios.Visits;

/// <summary>An invented library on a machine of its own: real emulator, real function process, a clock that the scenario moves.</summary>
internal sealed class ALibrary : IAsyncDisposable
{
    /// <summary>Over how many partitions its people usually spread.</summary>
    public const int UsualShards = 4;

    private readonly DirectoryInfo _folder;
    private readonly HttpClient _http = new();
    private readonly Tables _tables;
    private readonly BlobServiceClient _blobs;

    private ALibrary(LocalMachine machine, DirectoryInfo folder, int shards)
    {
        Shards = shards;
        Machine = machine;
        _folder = folder;
        _tables = new Tables(new TableServiceClient(machine.ConnectionString));
        _blobs = new BlobServiceClient(machine.ConnectionString);
        _http.BaseAddress = machine.PublicUrl;
        _http.DefaultRequestHeaders.Add("x-functions-key", machine.FunctionKey);
    }

    public static UnitId Unit { get; } = new("provby");

    public int Shards { get; }

    public LocalMachine Machine { get; }

    public string Folder => _folder.FullName;

    /// <summary>True for one whose records and logs stay when it closes.</summary>
    public bool KeepsFolder { get; set; }

    public string FunctionLog => Path.Combine(_folder.FullName, "functions.log");

    /// <summary>What the codes in letters are made with.</summary>
    public AnswerCodes Codes => new(Convert.FromBase64String(Secrets.LoadOrCreate(Path.Combine(_folder.FullName, "secrets.json")).AnswerCodesKey));

    public IReadOnlyList<SandboxMessage> Sms => [.. Machine.Sandbox.Messages.Where(message => message.Channel == SandboxChannel.Sms)];

    public IReadOnlyList<SandboxMessage> Emails => [.. Machine.Sandbox.Messages.Where(message => message.Channel == SandboxChannel.Mail)];

    /// <summary>Starts the machine at a local time, with texts and rules in place.</summary>
    public static async Task<ALibrary> OpensAsync(
        LocalDateTime at, bool comesUnlessNo = true, int pairs = 2, int shards = UsualShards, Func<LocalMachineOptions, LocalMachineOptions>? machine = null)
    {
        var folder = Directory.CreateTempSubdirectory("notifieringar-library-");
        var options = new LocalMachineOptions
        {
            RepositoryRoot = Emulator.RepositoryRoot,
            DataFolder = folder.FullName,
            InMemory = true,
            TimersRun = false,
            ClockStart = Stockholm.MomentOf(at),
            ExtraSettings = new Dictionary<string, string>
            {
                // Whoever is killed is taken for dead sooner than in earnest.
                ["Chunks__LeaseSeconds"] = "16",
                ["Sms__TimeoutSeconds"] = "2",
                ["Mail__TimeoutSeconds"] = "6",
                ["Erasures__SettleSeconds"] = "0",
                ["Letters__CacheFolder"] = Path.Combine(Emulator.RepositoryRoot, "artifacts", "local", "chromium"),
            },
        };
        var library = new ALibrary(await LocalMachine.StartAsync(machine?.Invoke(options) ?? options), folder, shards);
        await library.FireAsync("SeedShippedTexts");
        var rules = $$"""
            {
              "name": "Provby bibliotek", "smsSender": "Provby bibl", "emailFrom": "bibliotek@provby.example.se", "phone": "070-174 06 05",
              "returnAddress": ["Provby bibliotek", "Storgatan 1", "998 10 Provby"], "shards": {{shards}},
              "visitDays": ["Tuesday", "Wednesday", "Thursday"], "slotTimes": ["09:30", "13:00"], "visitors": [{{string.Join(", ", Enumerable.Range(1, pairs).Select(pair => $"\"Par {pair}\""))}}],
              "comesUnlessNo": {{(comesUnlessNo ? "true" : "false")}}, "allowsUnreviewedTexts": true
            }
            """;
        var saved = await library._http.PutAsync(new Uri($"units/{Unit}", UriKind.Relative), new StringContent(rules, Encoding.UTF8, "application/json"));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, saved.StatusCode);
        return library;
    }

    /// <summary>Imports families and waits until they are stored and their visits are planned.</summary>
    public async Task<ImportReport> ImportAsync(params AFamily[] families)
    {
        var address = await SendListAsync(families);
        await DrainAsync();
        var report = await ReportAsync(address);
        Assert.Equal("done", report.State);
        Assert.True(report.Rejected == 0, string.Join('\n', report.Findings));
        return report;
    }

    /// <summary>Sends a list of families, and does not wait for it to be read.</summary>
    public Task<Uri> SendListAsync(params AFamily[] families) => SendFileAsync(AFamily.Header + string.Concat(families.Select(family => family.Line)));

    /// <summary>Sends an import file, and does not wait for it to be read.</summary>
    public async Task<Uri> SendFileAsync(string csv)
    {
        var posted = await _http.PostAsync(new Uri($"import/{Unit}", UriKind.Relative), new ByteArrayContent(Written(csv)));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, posted.StatusCode);
        return posted.Headers.Location!;
    }

    public async Task<ImportReport> ReportAsync(Uri address) => (await _http.GetFromJsonAsync<ImportReport>(address))!;

    // As Excel does: Windows-1252, or UTF-8 with a mark when the text needs it.
    private static byte[] Written(string csv) =>
        csv.Any(sign => sign > 255) ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)] : Encoding.Latin1.GetBytes(csv);

    /// <summary>Moves the clock and does what the timers would do there.</summary>
    public async Task GoToAsync(LocalDateTime at)
    {
        Machine.SetClock(Stockholm.MomentOf(at));
        await FireAsync("SendDueNotices");
        await DrainAsync();
        await FireAsync("CloseLetterRuns");
        await DrainAsync();
    }

    public async Task FireAsync(string timer)
    {
        var outcome = await Machine.Triggers.FireTimerAsync(timer);
        Assert.True(outcome.Succeeded, $"{timer}: {outcome.Reason}");
    }

    public async Task DrainAsync()
    {
        var drained = await Machine.Triggers.DrainAsync();
        Assert.True(drained.Empty, "The queues did not empty.");
        Assert.Empty(await new ProblemTable(_tables).ReadAsync(Unit, CancellationToken.None));
    }

    public async Task<IReadOnlyList<Recipient>> PeopleAsync()
    {
        var table = new PeopleTable(_tables);
        var people = new List<Recipient>();
        foreach (var shard in Keys.Shards(Shards))
        {
            await foreach (var recipient in table.ReadAllAsync(Unit, shard, CancellationToken.None))
            {
                people.Add(recipient);
            }
        }

        return people;
    }

    /// <summary>The household of a guardian.</summary>
    public async Task<Recipient> HouseholdOfAsync(string givenName) =>
        Assert.Single(await PeopleAsync(), recipient => recipient.Person.GivenName == givenName);

    public Task<IReadOnlyList<Occasion>> OccasionsAsync() =>
        new OccasionTable(_tables).ListAsync(Unit, "sprakstart-6", CancellationToken.None);

    public Task<IReadOnlyList<ListedNotice>> CallListAsync() => new CallList(_tables).ReadAsync(Unit, CancellationToken.None);

    /// <summary>Every printed letter, part by part in the order of the pile.</summary>
    public async Task<IReadOnlyList<PrintedPile>> PilesAsync()
    {
        var printed = new PrintedParts(_blobs);
        var piles = new List<PrintedPile>();
        foreach (var part in await new LetterRuns(_tables, _blobs).PartsAsync(Unit, null, CancellationToken.None))
        {
            if (await printed.PdfAsync(part, CancellationToken.None) is { } pdf)
            {
                piles.Add(new PrintedPile(part, [.. (await printed.PagesAsync(part, CancellationToken.None))!], pdf.ToArray()));
            }
        }

        return piles;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Machine.DisposeAsync();
        if (!KeepsFolder)
        {
            _folder.Delete(recursive: true);
        }
    }
}

/// <summary>A printed part.</summary>
internal sealed record PrintedPile(LetterRunPart Part, IReadOnlyList<PrintedLetter> Pages, byte[] Pdf);
