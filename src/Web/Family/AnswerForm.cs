using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Notifieringar.Model;

namespace Notifieringar.Web.Family;

/// <summary>Reads which button was pressed.</summary>
internal static class AnswerForm
{
    // One field with a short word: anything larger is not our form.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 2,
        KeyLengthLimit = 16,
        ValueLengthLimit = 16,
        MultipartBodyLengthLimit = 256,
    };

    /// <summary>The answer; none when the body is not our form.</summary>
    public static async Task<Answer> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Answer.None;
        }

        try
        {
            var form = await request.ReadFormAsync(Limits, cancellation).ConfigureAwait(false);
            return form["answer"].ToString() switch
            {
                "yes" => Answer.Yes,
                "no" => Answer.No,
                _ => Answer.None,
            };
        }
        catch (InvalidDataException)
        {
            return Answer.None;
        }
    }
}
