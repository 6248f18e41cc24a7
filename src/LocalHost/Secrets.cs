using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.LocalHost;

/// <summary>This installation's own keys, made once and kept: links in messages sent yesterday must still work today.</summary>
internal sealed record Secrets
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string FunctionKey { get; init; } = Url(32);

    public string AnswerCodesKey { get; init; } = Base64(32);

    public string SmsAccessKey { get; init; } = Base64(32);

    public string MailApiKey { get; init; } = $"SG.{Url(16)}.{Url(32)}";

    public string ContactsHashKey { get; init; } = Base64(32);

    public string HookSmsSecret { get; init; } = Url(32);

    /// <summary>P-256, PKCS #8 in base64: signs e-mail receipts.</summary>
    public string MailSigningKey { get; init; } = NewSigningKey();

    /// <summary>What receipts are checked with: SubjectPublicKeyInfo in base64, as the mail provider shows it.</summary>
    [JsonIgnore]
    public string MailPublicKey
    {
        get
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(MailSigningKey), out _);
            return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        }
    }

    /// <summary>A key that an older file lacks is made and added to it.</summary>
    public static Secrets LoadOrCreate(string path)
    {
        var kept = File.Exists(path) ? File.ReadAllText(path) : "{}";
        var secrets = JsonSerializer.Deserialize<Secrets>(kept, Json) ?? new Secrets();
        var text = JsonSerializer.Serialize(secrets, Json);
        if (text != kept)
        {
            AtomicFile.Write(path, text);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        return secrets;
    }

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static string Base64(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    private static string Url(int bytes) => Base64(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
