using System.Diagnostics;

namespace Notifieringar.LocalHost.Processes;

/// <summary>A process this machine started, with its output copied line by line.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 12;
    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private ChildProcess(ProcessStartInfo start, Action<string> copyLine)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // An open but unused standard input would be the terminal's, and a child could steal the Ctrl-C key press from us.
        start.RedirectStandardInput = true;
        _process = new Process { StartInfo = start };
        DataReceivedEventHandler copy = (_, received) => Keep(received.Data, copyLine);
        _process.OutputDataReceived += copy;
        _process.ErrorDataReceived += copy;
        _process.Start();
        Id = _process.Id;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Exited = _process.WaitForExitAsync(CancellationToken.None);
    }

    public int Id { get; }

    public Task Exited { get; }

    public int ExitCode => _process.ExitCode;

    public DateTime StartTime => _process.StartTime;

    public string Name => _process.ProcessName;

    /// <summary>The end of what the process said, for the message when it does not start.</summary>
    public string LastLines
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join(Environment.NewLine, _lastLines);
            }
        }
    }

    public static ChildProcess Start(ProcessStartInfo start, Action<string> copyLine) => new(start, copyLine);

    /// <summary>At once and without a word (SIGKILL): what a crash looks like from outside.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>Asks first (SIGTERM); kills the process and its children when it has not left in time.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (!_process.HasExited && Signal.Terminate(_process))
        {
            await Task.WhenAny(Exited, Task.Delay(patience));
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }

    private void Keep(string? line, Action<string> copyLine)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > LinesKept)
            {
                _lastLines.Dequeue();
            }
        }

        copyLine(line);
    }
}
