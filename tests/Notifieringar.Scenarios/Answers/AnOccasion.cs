using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Storage;
using Notifieringar.Records.Texts;
using Notifieringar.Records.Work;
using Notifieringar.Scenarios.Visits;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Invitations;
using NodaTime;

namespace Notifieringar.Scenarios.Answers;

/// <summary>Occasions that staff have laid, and people invited to them, as a campaign would.</summary>
internal sealed class AnOccasion
{
    private readonly ALibrary _library;

    private AnOccasion(ALibrary library) => (_library, Tables) = (library, new Tables(new TableServiceClient(library.Machine.ConnectionString)));

    public Tables Tables { get; }

    public static AnOccasion In(ALibrary library) => new(library);

    public async Task<Occasion> LaidAsync(string programme, LocalDateTime starts, string id, Func<Occasion, Occasion>? with = null)
    {
        var occasion = new Occasion(new OccasionId(id), ALibrary.Unit, programme, starts, 60, "", null, [], Place: "Provby bibliotek");
        occasion = with?.Invoke(occasion) ?? occasion;
        await new OccasionTable(Tables).PutAsync(occasion, CancellationToken.None);
        return occasion;
    }

    public async Task InviteAsync(Recipient person, Occasion occasion, LocalDateTime at)
    {
        var writer = new InvitationWriter(
            new PeopleTable(Tables),
            new PeopleWriter(Tables),
            new CodeTable(Tables),
            new DueNotices(Tables),
            _library.Codes);
        var cache = new DefinitionCache(new DefinitionTable(Tables), new TemplateTable(Tables), TimeProvider.System);
        var programme = await cache.ProgrammeAsync(occasion.Programme, CancellationToken.None);
        var invitation = new Invitation(
            occasion.Id,
            programme.Id,
            occasion.Starts,
            occasion.Minutes,
            [],
            AtThisHome: false,
            occasion.Sequence,
            Stockholm.MomentOf(at),
            Answer.None,
            Place: occasion.Place,
            Session: occasion.Session,
            Sessions: occasion.Sessions);
        await writer.InviteAsync(await cache.UnitAsync(ALibrary.Unit, CancellationToken.None), programme, person, invitation, programme.Steps, CancellationToken.None);
    }
}
