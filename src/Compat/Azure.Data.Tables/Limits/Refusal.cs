using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>Makes the exception that the service's own refusal would have become. Messages name properties, never their values.</summary>
internal static class Refusal
{
    public static RequestFailedException BadRequest(TableErrorCode code, string message) => With(400, code.ToString(), message);

    public static RequestFailedException With(int status, string code, string message) =>
        new(status, $"{message}\nStatus: {status} (refused before sending)\nErrorCode: {code}", code, null);

    /// <summary>The same refusal as an answer to the action at <paramref name="index"/> of a transaction.</summary>
    public static TableTransactionFailedException OfAction(int index, RequestFailedException refusal) =>
        new(new RequestFailedException(refusal.Status, $"{index}:{refusal.Message}", refusal.ErrorCode, null));
}
