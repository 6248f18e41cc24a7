using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>Renders components on the server: what comes out is a page and nothing else.</summary>
/// <param name="services">What components may ask for.</param>
/// <param name="loggers">Log.</param>
internal sealed class StaffRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>A page.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="status">HTTP status.</param>
    public async Task<IResult> PageAsync<TPage>(IDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters)).ConfigureAwait(false)).ToHtmlString()).ConfigureAwait(false);
        return new PageResult(status, "<!DOCTYPE html>\n" + html, securityPolicy: StaffLayout.SecurityPolicy);
    }
}
