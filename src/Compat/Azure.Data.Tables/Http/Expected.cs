using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>The statuses that are answers, not errors, for each kind of request.</summary>
internal static class Expected
{
    public static readonly ResponseClassifier Ok = new StatusCodeClassifier([200]);
    public static readonly ResponseClassifier OkOrMissing = new StatusCodeClassifier([200, 404]);
    public static readonly ResponseClassifier Created = new StatusCodeClassifier([201, 204]);
    public static readonly ResponseClassifier CreatedOrThere = new StatusCodeClassifier([201, 204, 409]);
    public static readonly ResponseClassifier Written = new StatusCodeClassifier([204]);
    public static readonly ResponseClassifier GoneOrMissing = new StatusCodeClassifier([204, 404]);
    public static readonly ResponseClassifier Accepted = new StatusCodeClassifier([202]);
}
