using System.Security.Cryptography;
using System.Text.Json;

namespace Notifieringar.LocalHost;

/// <summary>This installation's own keys, made once and kept: links in messages sent yesterday must still work today.</summary>
internal sealed record Secrets(string FunctionKey, string AnswerCodesKey, string SmsAccessKey, string MailApiKey)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Secrets LoadOrCreate(string path)
    {
        if (File.Exists(path) && JsonSerializer.Deserialize<Secrets>(File.ReadAllText(path), Json) is { } kept)
        {
            return kept;
        }

        var created = new Secrets(Url(32), Base64(32), Base64(32), $"SG.{Url(16)}.{Url(32)}");
        AtomicFile.Write(path, JsonSerializer.Serialize(created, Json));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return created;
    }

    private static string Base64(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    private static string Url(int bytes) => Base64(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
