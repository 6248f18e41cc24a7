using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Notifieringar.Functions;
using Notifieringar.Web;
using Notifieringar.Workflows;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddWorkflows(builder.Configuration);
builder.Services.AddFamilyPages();
builder.Services.AddLibraryApi();
builder.Services.AddStaffPages(builder.Configuration);
builder.Services.AddSingleton<IStartupFilter, RefusedCalls>();
builder.Services.AddSingleton<IStartupFilter, KeyedCalls>();
builder.Services.AddSingleton<IClock>(Clocks.From(builder.Configuration));
await builder.Build().RunAsync();
