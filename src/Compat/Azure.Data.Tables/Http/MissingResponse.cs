namespace Azure.Data.Tables.Http;

/// <summary>The answer to a question for a row that is not there.</summary>
internal sealed class MissingResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("There is no value: the row does not exist.");

    public override Response GetRawResponse() => response;
}
