using System.Collections;

namespace Scriban.Parsing;

/// <summary>How grave a message is.</summary>
public enum ParserMessageType
{
    /// <summary>The template cannot be run.</summary>
    Error,

    /// <summary>It can.</summary>
    Warning,
}

/// <summary>A message about a template.</summary>
public class LogMessage
{
    /// <summary>Makes a message.</summary>
    /// <param name="type">How grave.</param>
    /// <param name="span">Where.</param>
    /// <param name="message">What.</param>
    public LogMessage(ParserMessageType type, SourceSpan span, string message)
    {
        Type = type;
        Span = span;
        Message = message;
    }

    /// <summary>How grave.</summary>
    public ParserMessageType Type { get; set; }

    /// <summary>Where.</summary>
    public SourceSpan Span { get; set; }

    /// <summary>What.</summary>
    public string Message { get; set; }

    /// <inheritdoc />
    public override string ToString() => $"{Span.ToStringSimple()} : {(Type == ParserMessageType.Error ? "error" : "warning")} : {Message}";
}

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
