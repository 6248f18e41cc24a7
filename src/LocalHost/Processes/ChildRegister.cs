using System.Diagnostics;
using System.Text.Json;

namespace Notifieringar.LocalHost.Processes;

/// <summary>
/// The children of the machine that owns a data folder, on file. A machine that is killed cannot stop its children; the
/// next one on the same folder does, and knows them by id, name and start time, so that it never stops a stranger.
/// </summary>
internal sealed class ChildRegister(string path)
{
    private readonly Lock _changing = new();
    private readonly Dictionary<int, Entry> _entries = [];

    public void Add(ChildProcess child)
    {
        lock (_changing)
        {
            try
            {
                _entries[child.Id] = new Entry(child.Id, child.Name, child.StartTime.ToUniversalTime());
            }
            catch (InvalidOperationException)
            {
                // It has ended already: nothing to remember.
                return;
            }

            Save();
        }
    }

    public void Remove(ChildProcess child)
    {
        lock (_changing)
        {
            if (_entries.Remove(child.Id))
            {
                Save();
            }
        }
    }

    /// <summary>Stops what an earlier machine left behind; returns how many there were.</summary>
    public int StopLeftovers()
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        var left = JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(path)) ?? [];
        var stopped = left.Count(StopIfSame);
        File.Delete(path);
        return stopped;
    }

    private static bool StopIfSame(Entry entry)
    {
        try
        {
            using var process = Process.GetProcessById(entry.Id);
            var apart = (process.StartTime.ToUniversalTime() - entry.StartedUtc).Duration();
            if (process.ProcessName != entry.Name || apart > TimeSpan.FromSeconds(2))
            {
                return false;
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Save() => File.WriteAllText(path, JsonSerializer.Serialize(_entries.Values));

    private sealed record Entry(int Id, string Name, DateTime StartedUtc);
}
