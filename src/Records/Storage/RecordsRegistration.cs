using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notifieringar.Records.Aging;
using Notifieringar.Records.Auditing;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Erasing;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Imports;
using Notifieringar.Records.Letters;
using Notifieringar.Records.Occasions;
using Notifieringar.Records.People;
using Notifieringar.Records.Problems;
using Notifieringar.Records.Reports;
using Notifieringar.Records.Settings;
using Notifieringar.Records.Silencing;
using Notifieringar.Records.Texts;
using Notifieringar.Records.Work;
using NodaTime;

namespace Notifieringar.Records.Storage;

/// <summary>Puts the records into a service collection.</summary>
public static class RecordsRegistration
{
    private const string Setting = "AzureWebJobsStorage";

    /// <summary>Adds every record class on one storage account: by connection string (<c>AzureWebJobsStorage</c>) or, on Azure, by
    /// identity (<c>AzureWebJobsStorage__tableServiceUri</c>, <c>__queueServiceUri</c>, <c>__blobServiceUri</c>).</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it.</exception>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.TryAddSingleton(TimeProvider.System);
        var text = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (configuration[Setting] is { Length: > 0 } connection)
        {
            services.AddSingleton(_ => new TableServiceClient(connection));
            services.AddSingleton(_ => new QueueServiceClient(connection, text));
            services.AddSingleton(_ => new BlobServiceClient(connection));
        }
        else
        {
            services.AddSingleton(provider => new TableServiceClient(Service("tableServiceUri"), provider.GetRequiredService<TokenCredential>()));
            services.AddSingleton(provider => new QueueServiceClient(Service("queueServiceUri"), provider.GetRequiredService<TokenCredential>(), text));
            services.AddSingleton(provider => new BlobServiceClient(Service("blobServiceUri"), provider.GetRequiredService<TokenCredential>()));
        }

        return services
            .AddSingleton<Tables>()
            .AddSingleton<Queues>()
            .AddSingleton<StorageHealth>()
            .AddSingleton<PeopleTable>()
            .AddSingleton<HouseholdMarks>()
            .AddSingleton<NameTable>()
            .AddSingleton<GivenAnswers>()
            .AddSingleton<PeopleWriter>()
            .AddSingleton<Ledger>()
            .AddSingleton<HouseholdLedger>()
            .AddSingleton<SilenceJournal>()
            .AddSingleton<PullTasks>()
            .AddSingleton<StopTable>()
            .AddSingleton<ApiKeys>()
            .AddSingleton<RoleTable>()
            .AddSingleton<CalendarFeeds>()
            .AddSingleton<KeyRing>()
            .AddSingleton<RepeatableRequests>()
            .AddSingleton<PickupRows>()
            .AddSingleton<NoticeHistory>()
            .AddSingleton<CallList>()
            .AddSingleton<DueNotices>()
            .AddSingleton<WaitingLetters>()
            .AddSingleton(Lease(configuration[LeaseOptions.Setting]))
            .AddSingleton<ChunkTable>()
            .AddSingleton<ChunkLeases>()
            .AddSingleton<SendBudget>()
            .AddSingleton<ProblemTable>()
            .AddSingleton<ReportTable>()
            .AddSingleton<CampaignTable>()
            .AddSingleton<CampaignShards>()
            .AddSingleton<OccasionTable>()
            .AddSingleton<SlotTable>()
            .AddSingleton<CodeTable>()
            .AddSingleton<ChangeJournal>()
            .AddSingleton<InvitationTable>()
            .AddSingleton<TemplateTable>()
            .AddSingleton<TextDrafts>()
            .AddSingleton<DefinitionTable>()
            .AddSingleton<LetterRuns>()
            .AddSingleton<PrintedParts>()
            .AddSingleton<ImportTable>()
            .AddSingleton<ImportStore>()
            .AddSingleton<WorkPartitions>()
            .AddSingleton<WaitingReceipts>()
            .AddSingleton<WaitingMessages>()
            .AddSingleton<UnsettledNotices>()
            .AddSingleton<ChannelClosing>()
            .AddSingleton<Suppressions>()
            .AddSingleton<Contacts>()
            .AddSingleton<Inbox>()
            .AddSingleton<AuditTable>()
            .AddSingleton<AgedRows>()
            .AddSingleton<AgedLetters>()
            .AddErasing();

        static LeaseOptions Lease(string? seconds) => int.TryParse(seconds, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new LeaseOptions(Duration.FromSeconds(number))
            : LeaseOptions.Default;

        Uri Service(string name) => configuration[$"{Setting}:{name}"] is { Length: > 0 } uri
            ? new Uri(uri)
            : throw new InvalidOperationException($"Set {Setting} to a connection string, or {Setting}__{name} to the storage account's address.");
    }

    private static IServiceCollection AddErasing(this IServiceCollection services) => services
        .AddSingleton<ErasedHouseholds>()
        .AddSingleton<ErasureJournal>()
        .AddSingleton<HouseholdRows>()
        .AddSingleton<HouseholdOccasions>()
        .AddSingleton<OtherHomes>()
        .AddSingleton<OpenJournals>()
        .AddSingleton<ChunkBounds>()
        .AddSingleton<LetterForgetting>();
}
