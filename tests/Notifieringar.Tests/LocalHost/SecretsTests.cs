using System.Security.Cryptography;
using Notifieringar.LocalHost;

namespace Notifieringar.Tests.LocalHost;

public sealed class SecretsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notifieringar-secrets-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "secrets.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void LoadOrCreate_Twice_GivesTheSameKeys()
    {
        var created = Secrets.LoadOrCreate(Path);

        Assert.Equal(created, Secrets.LoadOrCreate(Path));
        Assert.Equal(32, Convert.FromBase64String(created.ContactsHashKey).Length);
        Assert.NotEqual(created, Secrets.LoadOrCreate(Path + "2"));
    }

    [Fact]
    public void LoadOrCreate_AFileFromBefore_KeepsItsKeysAndGetsTheNewOnes()
    {
        File.WriteAllText(Path, """{"functionKey":"f","answerCodesKey":"a","smsAccessKey":"s","mailApiKey":"m"}""");

        var first = Secrets.LoadOrCreate(Path);

        Assert.Equal(("f", "a", "s", "m"), (first.FunctionKey, first.AnswerCodesKey, first.SmsAccessKey, first.MailApiKey));
        Assert.Equal(first, Secrets.LoadOrCreate(Path));
    }

    [Fact]
    public void MailPublicKey_OfTheSigningKey_VerifiesWhatItSigns()
    {
        var secrets = Secrets.LoadOrCreate(Path);
        using var signing = ECDsa.Create();
        signing.ImportPkcs8PrivateKey(Convert.FromBase64String(secrets.MailSigningKey), out _);
        using var verifying = ECDsa.Create();
        verifying.ImportSubjectPublicKeyInfo(Convert.FromBase64String(secrets.MailPublicKey), out _);

        Assert.True(verifying.VerifyData("kvitto"u8, signing.SignData("kvitto"u8, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
    }
}
