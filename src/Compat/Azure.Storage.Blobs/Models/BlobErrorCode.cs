using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>Error codes of the blob service, comparable with <see cref="RequestFailedException.ErrorCode"/>.</summary>
public readonly struct BlobErrorCode : IEquatable<BlobErrorCode>
{
    private readonly string _value;

    /// <summary>A code by its name.</summary>
    public BlobErrorCode(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>There is a blob of that name, and the request asked for none.</summary>
    public static BlobErrorCode BlobAlreadyExists { get; } = new("BlobAlreadyExists");

    /// <summary>There is no such blob.</summary>
    public static BlobErrorCode BlobNotFound { get; } = new("BlobNotFound");

    /// <summary>The blob is not the version that the request asked for.</summary>
    public static BlobErrorCode ConditionNotMet { get; } = new("ConditionNotMet");

    /// <summary>There is a container of that name.</summary>
    public static BlobErrorCode ContainerAlreadyExists { get; } = new("ContainerAlreadyExists");

    /// <summary>The container was deleted a moment ago.</summary>
    public static BlobErrorCode ContainerBeingDeleted { get; } = new("ContainerBeingDeleted");

    /// <summary>There is no such container.</summary>
    public static BlobErrorCode ContainerNotFound { get; } = new("ContainerNotFound");

    /// <summary>A code by its name.</summary>
    public static implicit operator BlobErrorCode(string value) => new(value);

    /// <summary>Whether two codes are the same, ignoring case.</summary>
    public static bool operator ==(BlobErrorCode left, BlobErrorCode right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(BlobErrorCode left, BlobErrorCode right) => !left.Equals(right);

    /// <summary>Whether a code has this name, ignoring case.</summary>
    public static bool operator ==(BlobErrorCode code, string? value) => code.Equals(value);

    /// <summary>Whether a code has another name.</summary>
    public static bool operator !=(BlobErrorCode code, string? value) => !code.Equals(value);

    /// <summary>Whether a code has this name, ignoring case.</summary>
    public static bool operator ==(string? value, BlobErrorCode code) => code.Equals(value);

    /// <summary>Whether a code has another name.</summary>
    public static bool operator !=(string? value, BlobErrorCode code) => !code.Equals(value);

    /// <summary>Whether two codes are the same, ignoring case.</summary>
    public bool Equals(BlobErrorCode other) => Equals(other._value);

    /// <summary>Whether the code has this name, ignoring case.</summary>
    public bool Equals(string? value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is BlobErrorCode other && Equals(other);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <summary>The code's name.</summary>
    public override string ToString() => _value ?? "";
}
