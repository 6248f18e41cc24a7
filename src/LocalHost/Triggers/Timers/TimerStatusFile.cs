using System.Text.Json;

namespace Notifieringar.LocalHost.Triggers.Timers;

/// <summary>All timers' status on file, so that a run missed while the machine was off is made up for (the host keeps a blob).</summary>
internal sealed class TimerStatusFile(string path)
{
    private readonly Lock _changing = new();
    private readonly Dictionary<string, TimerStatus> _statuses = Load(path);

    public TimerStatus? Find(string functionName)
    {
        lock (_changing)
        {
            return _statuses.GetValueOrDefault(functionName);
        }
    }

    public void Save(string functionName, TimerStatus status)
    {
        lock (_changing)
        {
            _statuses[functionName] = status;
            AtomicFile.Write(path, JsonSerializer.Serialize(_statuses));
        }
    }

    private static Dictionary<string, TimerStatus> Load(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, TimerStatus>>(File.ReadAllText(path)) ?? [] : [];
}
