using NodaTime;
using NodaTime.Text;

namespace Notifieringar.LocalHost;

/// <summary>The movable clock: one ISO instant in a file that the function process reads.</summary>
internal sealed class ClockFile
{
    private readonly string _path;

    public ClockFile(string path, Instant start)
    {
        _path = path;
        Set(start);
    }

    public string Path => _path;

    public Instant Now { get; private set; }

    public void Set(Instant instant)
    {
        AtomicFile.Write(_path, InstantPattern.ExtendedIso.Format(instant));
        Now = instant;
    }
}
