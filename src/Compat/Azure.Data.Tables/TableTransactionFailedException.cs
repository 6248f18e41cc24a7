using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction that the service refused; nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Makes the exception from the refusal of one action. The service names the action by a number before its message.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(Given(requestFailedException).Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = IndexIn(requestFailedException.Message);
    }

    /// <summary>The index of the action that failed, or null if the service named none.</summary>
    public int? FailedTransactionActionIndex { get; }

    private static RequestFailedException Given(RequestFailedException exception)
    {
        ArgumentNullException.ThrowIfNull(exception, "requestFailedException");
        return exception;
    }

    private static int? IndexIn(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
