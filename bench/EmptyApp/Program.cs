var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/s", () => "Hej!");
await app.RunAsync();
