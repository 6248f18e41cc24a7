using Notifieringar.LocalHost.Sandbox;
using Notifieringar.LocalHost.Triggers.Http;

namespace Notifieringar.LocalHost;

/// <summary>What the function app is told about the machine it runs on, as environment variables.</summary>
internal static class AppSettings
{
    public static IReadOnlyDictionary<string, string> Build(
        LocalMachineOptions options, string storage, ProviderSandbox sandbox, Uri publicUrl, Secrets secrets, ClockFile? clock)
    {
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage,
            ["Sms__ConnectionString"] = sandbox.SmsConnectionString,
            ["Mail__ApiKey"] = secrets.MailApiKey,
            ["Mail__Host"] = WithoutSlash(sandbox.Url),
            ["Access__TrustSignIn"] = "true",
            ["Access__SignInPath"] = LocalSignIn.Path,
            ["PublicUrl"] = WithoutSlash(publicUrl),
            ["AnswerCodes__Key"] = secrets.AnswerCodesKey,
            ["Contacts__HashKey"] = secrets.ContactsHashKey,
            ["Hooks__SmsSecret"] = secrets.HookSmsSecret,
            ["Hooks__MailPublicKey"] = secrets.MailPublicKey,
            ["Letters__CacheFolder"] = Path.Combine(options.DataFolder, "chromium"),
        };
        if (!options.AppHasLetterTools)
        {
            settings["Letters__ChromiumFolder"] = Path.Combine(options.RepositoryRoot, "node_modules", "@sparticuz", "chromium");
            settings["Letters__FontsFolder"] = Path.Combine(options.RepositoryRoot, "node_modules", "@fontsource");
        }

        if (clock is not null)
        {
            settings["NOTIFIERINGAR_CLOCK_FILE"] = clock.Path;
        }

        foreach (var (name, value) in options.ExtraSettings)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static string WithoutSlash(Uri url) => url.AbsoluteUri.TrimEnd('/');
}
