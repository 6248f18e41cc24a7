using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Delivery.Email;
using Notifieringar.Delivery.Letters;
using Notifieringar.Delivery.Sms;
using Notifieringar.Records.Settings;
using Notifieringar.Records.Storage;
using Notifieringar.Templates;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Auditing;
using Notifieringar.Workflows.Campaigns;
using Notifieringar.Workflows.Changes;
using Notifieringar.Workflows.Definitions;
using Notifieringar.Workflows.Dispatching;
using Notifieringar.Workflows.Erasing;
using Notifieringar.Workflows.Families;
using Notifieringar.Workflows.Hooks;
using Notifieringar.Workflows.Importing;
using Notifieringar.Workflows.Invitations;
using Notifieringar.Workflows.Letters;
using Notifieringar.Workflows.Silencing;
using Notifieringar.Workflows.TestMessages;
using Notifieringar.Workflows.Reaching;
using Notifieringar.Workflows.Reporting;
using Notifieringar.Workflows.Visits;
using Notifieringar.Workflows.Watching;
using NodaTime;

namespace Notifieringar.Workflows;

/// <summary>Puts the workflows and all they need into a service collection.</summary>
public static class WorkflowsRegistration
{
    // Azure's limit for an alphanumeric sender: 600 messages in 60 seconds for the resource.
    private const int AlphanumericSmsPerMinute = 600;

    /// <summary>Adds everything but the clock.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings (docs/architecture.md lists them).</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWorkflows(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services
            .AddRecords(configuration)
            .AddSmsDelivery(configuration)
            .AddEmailDelivery(configuration)
            .AddLetterPrinting(configuration)
            .AddSingleton<DefinitionCache>()
            .AddSingleton<OccasionCache>()
            .AddSingleton<InvitationWriter>()
            .AddSingleton<TextRenderer>()
            .AddSingleton(_ => new AnswerCodes(Convert.FromBase64String(Setting(configuration, "AnswerCodes:Key"))))
            .AddSingleton(_ => new SendingOptions(
                Setting(configuration, "PublicUrl").TrimEnd('/'),
                Number(configuration, "Sms:PerMinute", AlphanumericSmsPerMinute),
                Number(configuration, "Mail:PerMinute", 0)))
            .AddSingleton<NoticeWriter>()
            .AddSingleton<RoundPlanner>()
            .AddSingleton(_ => new NoticeTraces(Convert.FromBase64String(Setting(configuration, "AnswerCodes:Key"))))
            .AddSingleton<NoticeSender>()
            .AddSingleton<NoticeClaims>()
            .AddSingleton<DispatchStores>()
            .AddSingleton<ChunkReading>()
            .AddSingleton<LetterDocument>()
            .AddSingleton<SeedTexts>()
            .AddSingleton<SaveUnit>()
            .AddSingleton<ReceiveImport>()
            .AddSingleton<HouseholdStoring>()
            .AddSingleton<ImportGate>()
            .AddSingleton<ImportPeople>()
            .AddSingleton<ConfirmImport>()
            .AddSingleton<RejectImport>()
            .AddSingleton<ShowImports>()
            .AddSingleton<HomeReading>()
            .AddSingleton<PlanVisits>()
            .AddSingleton<RehearseDays>()
            .AddSingleton<ReadDayList>()
            .AddSingleton<MarkHousehold>()
            .AddStaffReading(configuration)
            .AddSingleton<SendDueNotices>()
            .AddSingleton<DispatchChunk>()
            .AddSingleton<NotePoisonMessage>()
            .AddSingleton<CloseLetterRuns>()
            .AddAnswers()
            .AddSingleton<PrintLetterRun>()
            .AddCampaigns()
            .AddApi()
            .AddSilencing()
            .AddErasing(configuration)
            .AddLetterRuns()
            .AddSingleton<StopSwitch>()
            .AddSingleton<StopSending>()
            .AddSingleton<AuditText>()
            .AddSingleton<KeepAudit>()
            .AddSingleton<ShowHealth>()
            .AddSingleton(provider => new Lazy<LetterPrinter>(provider.GetRequiredService<LetterPrinter>))
            .AddSingleton<ForgetAged>()
            .AddReaching(configuration)
            .AddReports();
    }

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ImportProblems>()
        .AddSingleton<LateNotices>()
        .AddSingleton<ReadProblems>()
        .AddSingleton<SettleProblem>()
        .AddSingleton<ShowMessages>()
        .AddSingleton<CountReports>()
        .AddSingleton<ShowReports>();

    private static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton<InvitationReading>()
        .AddSingleton<FreeTimesReading>()
        .AddSingleton<AnswerListing>()
        .AddSingleton<AnswerTaking>()
        .AddSingleton<AnswerInvitation>()
        .AddSingleton<OptOutFamily>()
        .AddSingleton<AnswerOnBehalf>()
        .AddSingleton<ChooseTime>()
        .AddSingleton<CountVotes>()
        .AddSingleton<InvitationChanging>()
        .AddSingleton<OccasionMoving>()
        .AddSingleton<OccasionCancelling>()
        .AddSingleton<SeriesAnswering>()
        .AddSingleton<AnswerSettling>()
        .AddSingleton<SeveralChanges>()
        .AddSingleton<ClosedPeriods>()
        .AddSingleton<ChangePlacing>()
        .AddSingleton<InterpreterBookings>()
        .AddSingleton<BookInterpreter>()
        .AddSingleton<OrderChange>()
        .AddSingleton<OrderClosing>()
        .AddSingleton<RunChange>()
        .AddSingleton<SweepChanges>();

    // What only staff's pages ask for.
    private static IServiceCollection AddStaffReading(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<NameIndex>()
        .AddSingleton<FindPeople>()
        .AddSingleton<ReadFamily>()
        .AddSingleton<ReadCalendar>()
        .AddSingleton<ShowOccasions>()
        .AddSingleton(provider => new ShareCalendar(
            provider.GetRequiredService<DefinitionCache>(),
            provider.GetRequiredService<CalendarFeeds>(),
            provider.GetRequiredService<ReadCalendar>(),
            provider.GetRequiredService<SendingOptions>(),
            provider.GetRequiredService<IClock>(),
            Convert.FromBase64String(Setting(configuration, "AnswerCodes:Key"))));

    private static IServiceCollection AddCampaigns(this IServiceCollection services) => services
        .AddSingleton<CampaignSwitch>()
        .AddSingleton<CampaignReading>()
        .AddSingleton<CampaignInviting>()
        .AddSingleton<CampaignCutting>()
        .AddSingleton<CampaignCheck>()
        .AddSingleton<SendingHolds>()
        .AddSingleton<CreateCampaign>()
        .AddSingleton<DryRunCampaign>()
        .AddSingleton<SteerCampaign>()
        .AddSingleton<ShowCampaigns>()
        .AddSingleton<ShowCampaignMatter>()
        .AddSingleton<SweepCampaigns>()
        .AddSingleton<ExpandCampaign>()
        .AddSingleton<SendCampaignTest>();

    // What the API and administrators' scripts ask for.
    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<IssueApiKey>()
        .AddSingleton<GiveRoles>()
        .AddSingleton<ReadCallList>()
        .AddSingleton<CheckApiKey>()
        .AddSingleton<AnswerOnce>()
        .AddSingleton<SavePeople>()
        .AddSingleton<AddPickup>()
        .AddSingleton<CollectPickup>()
        .AddSingleton<BookMeeting>()
        .AddSingleton<ShowNotices>()
        .AddSingleton<CountNotices>()
        .AddSingleton<SaveProgramme>()
        .AddSingleton<SaveText>()
        .AddSingleton<ShowTexts>()
        .AddSingleton<TestWriting>()
        .AddSingleton<TestPermits>()
        .AddSingleton<TestDelivery>()
        .AddSingleton<SendTestMessage>()
        .AddSingleton<EditText>()
        .AddSingleton<PreviewText>()
        .AddSingleton<ShowTextMatrix>();

    private static IServiceCollection AddSilencing(this IServiceCollection services) => services
        .AddSingleton<HouseholdCircle>()
        .AddSingleton<VisitCancelling>()
        .AddSingleton<NoticeStopping>()
        .AddSingleton<SilenceCounting>()
        .AddSingleton<OrderSilence>()
        .AddSingleton<SweepSilences>()
        .AddSingleton<SilenceHousehold>();

    private static IServiceCollection AddErasing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => new ErasureOptions(Duration.FromSeconds(Number(configuration, "Erasures:SettleSeconds", ErasureOptions.DefaultSeconds))))
        .AddSingleton<ErasedFamilies>()
        .AddSingleton<HouseholdQuieting>()
        .AddSingleton<HouseholdTraces>()
        .AddSingleton<HouseholdWiping>()
        .AddSingleton<OrderErasure>()
        .AddSingleton<SweepErasures>()
        .AddSingleton<EraseHousehold>()
        .AddSingleton<ShowErasure>()
        .AddSingleton<ExportHousehold>();

    private static IServiceCollection AddLetterRuns(this IServiceCollection services) => services
        .AddSingleton<LetterReading>()
        .AddSingleton<LetterComposing>()
        .AddSingleton<LetterSettling>()
        .AddSingleton<PartPrinting>()
        .AddSingleton<LetterPiles>()
        .AddSingleton<PartReading>()
        .AddSingleton<ShowLetterRuns>()
        .AddSingleton<HeldLetters>()
        .AddSingleton<NextLetterRun>()
        .AddSingleton<PrintWindowTest>()
        .AddSingleton<PostLetters>()
        .AddSingleton<PullLetter>()
        .AddSingleton<ReturnLetter>();

    // Hooks, receipts, and which contacts are not used.
    private static IServiceCollection AddReaching(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => new ContactHashes(Convert.FromBase64String(Setting(configuration, "Contacts:HashKey"))))
        .AddSingleton(_ => new HookOptions(
            configuration["Hooks:SmsSecret"], configuration["Hooks:SmsSubscription"], configuration["Hooks:MailPublicKey"], configuration["Hooks:SmsCaller"]))
        .AddSingleton<ReceiptKeeping>()
        .AddSingleton<ReceiveSmsEvents>()
        .AddSingleton<ReceiveEmailEvents>()
        .AddSingleton<ReceiveHook>()
        .AddSingleton<SweepReceipts>()
        .AddSingleton<CloseChannel>()
        .AddSingleton<ReceiptConsequences>()
        .AddSingleton<RecordReceipts>()
        .AddSingleton<SweepOverdueReceipts>()
        .AddSingleton<SettleReceipts>()
        .AddSingleton<RemoveNumber>()
        .AddSingleton<StopNumber>()
        .AddSingleton<ReadInbox>()
        .AddSingleton<KnownContacts>()
        .AddSingleton(_ => new UnsubscribeTokens(Convert.FromBase64String(Setting(configuration, "AnswerCodes:Key"))))
        .AddSingleton<UnsubscribeEmail>();

    private static string Setting(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Set {name.Replace(":", "__", StringComparison.Ordinal)} (docs/architecture.md says what it is).");

    private static int Number(IConfiguration configuration, string name, int otherwise) =>
        int.TryParse(configuration[name], CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : otherwise;
}
