using System.ComponentModel;

namespace Azure.Storage.Queues.Models;

/// <summary>Error codes of the queue service, comparable with <see cref="RequestFailedException.ErrorCode"/>.</summary>
public readonly struct QueueErrorCode : IEquatable<QueueErrorCode>
{
    private readonly string _value;

    /// <summary>A code by its name.</summary>
    public QueueErrorCode(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The receipt is too old or the message was deleted.</summary>
    public static QueueErrorCode MessageNotFound { get; } = new("MessageNotFound");

    /// <summary>The body is longer than 64 KiB on the wire.</summary>
    public static QueueErrorCode MessageTooLarge { get; } = new("MessageTooLarge");

    /// <summary>Someone has received or updated the message since.</summary>
    public static QueueErrorCode PopReceiptMismatch { get; } = new("PopReceiptMismatch");

    /// <summary>The queue exists with other metadata.</summary>
    public static QueueErrorCode QueueAlreadyExists { get; } = new("QueueAlreadyExists");

    /// <summary>The queue was deleted a moment ago.</summary>
    public static QueueErrorCode QueueBeingDeleted { get; } = new("QueueBeingDeleted");

    /// <summary>There is no such queue.</summary>
    public static QueueErrorCode QueueNotFound { get; } = new("QueueNotFound");

    /// <summary>A code by its name.</summary>
    public static implicit operator QueueErrorCode(string value) => new(value);

    /// <summary>Whether two codes are the same, ignoring case.</summary>
    public static bool operator ==(QueueErrorCode left, QueueErrorCode right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(QueueErrorCode left, QueueErrorCode right) => !left.Equals(right);

    /// <summary>Whether a code has this name, ignoring case.</summary>
    public static bool operator ==(QueueErrorCode code, string? value) => code.Equals(value);

    /// <summary>Whether a code has another name.</summary>
    public static bool operator !=(QueueErrorCode code, string? value) => !code.Equals(value);

    /// <summary>Whether a code has this name, ignoring case.</summary>
    public static bool operator ==(string? value, QueueErrorCode code) => code.Equals(value);

    /// <summary>Whether a code has another name.</summary>
    public static bool operator !=(string? value, QueueErrorCode code) => !code.Equals(value);

    /// <summary>Whether two codes are the same, ignoring case.</summary>
    public bool Equals(QueueErrorCode other) => Equals(other._value);

    /// <summary>Whether the code has this name, ignoring case.</summary>
    public bool Equals(string? value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is QueueErrorCode other && Equals(other);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <summary>The code's name.</summary>
    public override string ToString() => _value ?? "";
}
