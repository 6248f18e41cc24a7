using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notifieringar.Records.Settings;
using Notifieringar.Web.Api;
using Notifieringar.Web.Api.Endpoints;
using Notifieringar.Web.Family;
using Notifieringar.Web.Staff;
using Notifieringar.Web.Staff.Pages;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Web;

/// <summary>Puts the pages into a service collection.</summary>
public static class WebRegistration
{
    /// <summary>Adds the families' pages. They need the workflows.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddFamilyPages(this IServiceCollection services) => services
        .AddSingleton<GuessLimit>()
        .AddSingleton<FamilyAnswers>()
        .AddSingleton<FamilyPages>()
        .AddSingleton<UnsubscribePages>();

    /// <summary>Adds staff's pages. They need the workflows.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The settings (docs/access.md).</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddStaffPages(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddDataProtection().SetApplicationName("Notifieringar");
        services.AddSingleton<TableKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<TableKeyRepository>()));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "personal";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "kvitto";
        });
        foreach (var hosted in services.Where(IsReadingKeysAtStart).ToList())
        {
            services.Remove(hosted);
        }

        return services
            .AddSingleton(new AccessOptions(
                bool.TryParse(configuration[AccessOptions.TrustSetting], out var trusts) && trusts,
                configuration[AccessOptions.PathSetting] is { Length: > 0 } path ? path : AccessOptions.DefaultPath))
            .AddSingleton<StaffRenderer>()
            .AddSingleton<IStaffPage, TodayPages>()
            .AddSingleton<IStaffPage, CalendarPages>()
            .AddSingleton<PersonShowing>()
            .AddSingleton<PersonActions>()
            .AddSingleton<IStaffPage, PeoplePages>()
            .AddSingleton<MeetingForm>()
            .AddSingleton<IStaffPage, MeetingPages>()
            .AddSingleton<CalendarFeedPages>()
            .AddSingleton<IStaffPage, CallListPages>()
            .AddSingleton<IStaffPage, LetterPages>()
            .AddSingleton<CampaignDrafting>()
            .AddSingleton<CampaignTesting>()
            .AddSingleton<IStaffPage, CampaignPages>()
            .AddSingleton<IStaffPage, ProblemPages>()
            .AddSingleton<IStaffPage, ReportPages>()
            .AddSingleton<IStaffPage, RehearsalPages>()
            .AddSingleton<IStaffPage, ImportPages>()
            .AddSingleton<TextPosting>()
            .AddSingleton<ProgrammePosting>()
            .AddSingleton<IStaffPage, TextPages>()
            .AddSingleton<IStaffPage, SettingPages>()
            .AddSingleton<IStaffPage, AuditPages>()
            .AddSingleton<StaffAudit>()
            .AddSingleton(provider => new StaffPages(
                provider.GetRequiredService<AccessOptions>(),
                provider.GetRequiredService<RoleTable>(),
                provider.GetRequiredService<DefinitionCache>(),
                provider.GetRequiredService<IAntiforgery>(),
                provider.GetRequiredService<StaffRenderer>(),
                provider.GetRequiredService<CalendarFeedPages>(),
                provider.GetRequiredService<StaffAudit>(),
                provider.GetServices<IStaffPage>(),
                provider.GetRequiredService<ILogger<StaffPages>>()));
    }

    /// <summary>Adds the API. It needs the workflows.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddLibraryApi(this IServiceCollection services) => services
        .AddSingleton<IApiEndpoint, PostPeople>()
        .AddSingleton<IApiEndpoint, PostPeopleFile>()
        .AddSingleton<IApiEndpoint, GetImport>()
        .AddSingleton<IApiEndpoint, PostPickup>()
        .AddSingleton<IApiEndpoint, PostPickupCollected>()
        .AddSingleton<IApiEndpoint, PostMeeting>()
        .AddSingleton<IApiEndpoint, GetCampaigns>()
        .AddSingleton<IApiEndpoint, PostCampaign>()
        .AddSingleton<IApiEndpoint, GetCampaign>()
        .AddSingleton<IApiEndpoint, PostDryRun>()
        .AddSingleton<IApiEndpoint, PostPause>()
        .AddSingleton<IApiEndpoint, PostResume>()
        .AddSingleton<IApiEndpoint, PostCancel>()
        .AddSingleton<IApiEndpoint, GetNotices>()
        .AddSingleton<IApiEndpoint, GetStatistics>()
        .AddSingleton<ApiRoutes>()
        .AddSingleton<ApiPipeline>();

    // The framework would read its keys before the app listens, and with storage away wait for all tries: they are read for the first form instead.
    private static bool IsReadingKeysAtStart(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly;
}
