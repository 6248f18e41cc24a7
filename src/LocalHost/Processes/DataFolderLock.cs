namespace Notifieringar.LocalHost.Processes;

/// <summary>One machine per data folder: two emulators writing the same files would ruin them.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="StartFailedException">Another machine is running on this folder.</exception>
    public static DataFolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new StartFailedException($"Another machine is already running on {folder}. Stop it, or choose another folder with --data.");
        }
    }

    public void Dispose() => _file.Dispose();
}
