using System.Globalization;

namespace Notifieringar.LocalHost.Commands;

/// <summary>The command line was wrong; the message says how, in one sentence.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Reads <c>--name value</c>, <c>--name=value</c> and <c>--flag</c>; every option must be asked for or it is unknown.</summary>
internal sealed class OptionReader
{
    private readonly List<string> _left;

    public OptionReader(IEnumerable<string> arguments) => _left = [.. arguments];

    public bool Flag(string name) => _left.RemoveAll(argument => argument == name) > 0;

    /// <exception cref="UsageException">The option is there without its value.</exception>
    public string? Text(string name)
    {
        var index = _left.FindIndex(argument => argument == name || argument.StartsWith(name + "=", StringComparison.Ordinal));
        if (index < 0)
        {
            return null;
        }

        if (_left[index].Length > name.Length)
        {
            var value = _left[index][(name.Length + 1)..];
            _left.RemoveAt(index);
            return value;
        }

        if (index + 1 >= _left.Count || _left[index + 1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new UsageException($"{name} needs a value.");
        }

        var next = _left[index + 1];
        _left.RemoveRange(index, 2);
        return next;
    }

    /// <summary>A port number; 0 means a free one.</summary>
    /// <exception cref="UsageException">It is not a number between 0 and 65535.</exception>
    public int Port(string name, int otherwise) => Text(name) switch
    {
        null => otherwise,
        var text when ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) => port,
        var text => throw new UsageException($"{name} needs a port number between 0 and 65535, not '{text}'."),
    };

    /// <exception cref="UsageException">Something was not asked for.</exception>
    public void RefuseTheRest()
    {
        if (_left.Count > 0)
        {
            throw new UsageException($"Unknown option: {_left[0]}");
        }
    }
}
