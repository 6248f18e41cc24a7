using System.Globalization;

namespace Notifieringar.LocalHost.Processes;

/// <summary>What the children say, line by line, in one file that starts empty at each start.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Lock _writing = new();
    private readonly StreamWriter _writer;
    private readonly TimeProvider _time;
    private readonly TextWriter? _echo;
    private bool _closed;

    public LogFile(string path, TimeProvider time, TextWriter? echo = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        _time = time;
        _echo = echo;
    }

    public void Write(string line)
    {
        lock (_writing)
        {
            // A child's last words can arrive after the file is closed.
            if (_closed)
            {
                return;
            }

            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow():HH:mm:ss.fff} {line}"));
            _echo?.WriteLine("  | " + line);
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
