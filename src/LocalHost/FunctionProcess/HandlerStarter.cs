using System.ComponentModel;
using Notifieringar.LocalHost.Processes;

namespace Notifieringar.LocalHost.FunctionProcess;

/// <summary>Starts the function process once, on a new port, and waits until it listens.</summary>
internal sealed class HandlerStarter(HandlerOptions options, LogFile log, TimeProvider time) : IDisposable
{
    private readonly HandlerDescription _description = HandlerDescription.Read(options.AppFolder);
    private readonly HttpClient _poll = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <exception cref="StartFailedException">The executable cannot be started.</exception>
    public (ChildProcess Process, Uri Address) Start()
    {
        var port = FreePort.Take();
        var start = _description.ToStartInfo();
        HandlerEnvironment.Fill(start.Environment, options, port);
        try
        {
            return (ChildProcess.Start(start, log.Write), new Uri($"http://127.0.0.1:{port}/"));
        }
        catch (Win32Exception wrong)
        {
            throw new StartFailedException($"{start.FileName} cannot be started: {wrong.Message}");
        }
    }

    /// <exception cref="StartFailedException">It ended, or answered nothing in time.</exception>
    public async Task WaitUntilAnswersAsync(ChildProcess process, Uri address, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!await AnswersAsync(address, cancellationToken))
        {
            if (process.Exited.IsCompleted)
            {
                throw new StartFailedException(
                    $"The function process ended while starting (exit code {process.ExitCode}):{Environment.NewLine}{process.LastLines}");
            }

            if (time.GetElapsedTime(started) > options.StartLimit)
            {
                process.Kill();
                throw new StartFailedException(
                    $"The function process did not answer within {options.StartLimit.TotalSeconds} seconds:{Environment.NewLine}{process.LastLines}");
            }

            await Task.Delay(25, cancellationToken);
        }
    }

    public void Dispose() => _poll.Dispose();

    /// <summary>Any answer will do, 404 as well: it shows that the process listens.</summary>
    private async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _poll.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
