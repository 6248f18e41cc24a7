using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Web.Api;
using Notifieringar.Web.Api.Endpoints;
using Notifieringar.Web.Family;

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
}
