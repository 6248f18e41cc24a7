using System.Text.Encodings.Web;
using System.Text.Json;

namespace FunctionMetadata;

internal static class JsonForm
{
    /// <summary>For people to read: indented, and without escapes that only HTML needs.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The host allows comments in host.json.</summary>
    public static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
}
