using Microsoft.Extensions.DependencyInjection;
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
}
