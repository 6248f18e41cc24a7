using System.Text.Json;

namespace Notifieringar.LocalHost.Sandbox.Outbox;

/// <summary>The folder the printed letters land in: a PDF each, and beside it a JSON file of the same name with the page list.</summary>
internal sealed class LetterFolder(string folder)
{
    /// <summary>Newest first. A PDF without a page list is shown without one.</summary>
    public IReadOnlyList<PrintedLetters> List()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)
                .Select(Describe)
                .OrderByDescending(letters => letters.PrintedAt)
                .ThenBy(letters => letters.File, StringComparer.Ordinal),
        ];
    }

    /// <summary>The full path of a listed PDF; null for anything else, so that no other file can be asked for.</summary>
    public string? Find(string file) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).FirstOrDefault(path => Name(path) == file)
            : null;

    private PrintedLetters Describe(string path)
    {
        var list = ReadList(Path.ChangeExtension(path, ".json"));
        return new PrintedLetters(
            Name(path), list.Title ?? Path.GetFileNameWithoutExtension(path), list.PrintedAt ?? File.GetLastWriteTimeUtc(path), list.Pages ?? []);
    }

    private string Name(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static PageListFile ReadList(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<PageListFile>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? new(null, null, null)
                : new(null, null, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            // It is being written; the page asks again in a moment.
            return new(null, null, null);
        }
    }

    private sealed record PageListFile(string? Title, DateTimeOffset? PrintedAt, IReadOnlyList<LetterPages>? Pages);
}

/// <summary>One PDF with the letters in it.</summary>
internal sealed record PrintedLetters(string File, string Title, DateTimeOffset PrintedAt, IReadOnlyList<LetterPages> Letters);

/// <summary>One letter's pages, counted from 1; name and language are there when the one who printed it told them.</summary>
internal sealed record LetterPages(string Reference, int FirstPage, int PageCount, string? Name = null, string? Language = null);
