using System.Collections;
using Scriban.Parsing;

namespace Scriban;

/// <summary>Messages in the order they were found.</summary>
public class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> _messages = [];

    /// <inheritdoc />
    public int Count => _messages.Count;

    /// <summary>True when one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <inheritdoc />
    public LogMessage this[int index] => _messages[index];

    /// <summary>Adds a message.</summary>
    /// <param name="message">The message.</param>
    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        _messages.Add(message);
    }

    /// <summary>Adds messages.</summary>
    /// <param name="messages">The messages.</param>
    public void AddRange(IEnumerable<LogMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
        {
            Add(message);
        }
    }

    /// <inheritdoc />
    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => string.Join("\n", _messages);
}
