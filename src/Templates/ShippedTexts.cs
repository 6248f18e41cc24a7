using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Notifieringar.Model;

namespace Notifieringar.Templates;

/// <summary>The texts this version ships with. SeedTexts inserts them; an edited text is never overwritten.</summary>
public static class ShippedTexts
{
    private const int VersionDigits = 12;

    /// <summary>All of them, in a fixed order.</summary>
    public static ImmutableArray<TemplateText> All { get; } = [.. Embedded.PathsUnder("Texts/", ".scriban").Select(Read)];

    // Texts/<programme>/<step>/<language>.<channel>.scriban
    private static TemplateText Read(string path)
    {
        var folders = path.Split('/');
        var file = folders.Length == 4 ? folders[3].Split('.') : [];
        if (file.Length != 3 || !Enum.TryParse<Channel>(file[1], ignoreCase: true, out var channel))
        {
            throw new InvalidOperationException($"{path}: a text is called Texts/<programme>/<step>/<language>.<channel>.scriban.");
        }

        var source = Embedded.Read(path).Replace("\r\n", "\n", StringComparison.Ordinal);
        return new TemplateText(new TemplateKey(folders[1], folders[2], channel, file[0]), VersionOf(source), source);
    }

    private static string VersionOf(string source) =>
        "shipped-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..VersionDigits];
}
