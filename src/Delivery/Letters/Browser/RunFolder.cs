namespace Notifieringar.Delivery.Letters.Browser;

/// <summary>
/// The folder a browser keeps its profile and temporary files in. A PDF on its way to us may pass through it, so it is private, it is
/// deleted with the browser, and what a killed process left behind is deleted by the next one.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private readonly FileStream _claim;

    private RunFolder(string folder, FileStream claim) => (Folder, _claim) = (folder, claim);

    public string Folder { get; }

    public static RunFolder Create(string cacheFolder)
    {
        var running = Path.Combine(cacheFolder, "running");
        Directory.CreateDirectory(running);
        foreach (var left in Directory.EnumerateFiles(running, "*.claim"))
        {
            // The file is held open as long as its process lives.
            if (TryClaim(left) is { } abandoned)
            {
                new RunFolder(Path.ChangeExtension(left, null), abandoned).Dispose();
            }
        }

        var folder = Path.Combine(running, Guid.NewGuid().ToString("N"));
        var claim = TryClaim($"{folder}.claim") ?? throw new IOException($"{folder} could not be claimed.");
        Directory.CreateDirectory(folder);
        return new RunFolder(folder, claim);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
            File.Delete(_claim.Name);
        }
        catch (DirectoryNotFoundException)
        {
            File.Delete(_claim.Name);
        }
        catch (IOException)
        {
            // A helper of the browser was still writing: the claim stays, and whoever starts next deletes the rest.
        }

        _claim.Dispose();
    }

    private static FileStream? TryClaim(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
