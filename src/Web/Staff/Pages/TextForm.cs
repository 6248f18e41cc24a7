using System.Collections.Immutable;
using Notifieringar.Templates.Checking;
using Notifieringar.Workflows.Texts;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>The editor's form: what stands in it, and what there is to say of it.</summary>
/// <param name="Text">The text as it is kept.</param>
/// <param name="Words">The words in the field.</param>
/// <param name="Draft">The draft's version that was seen; empty for none.</param>
/// <param name="Published">The published version that was seen; empty for none.</param>
/// <param name="Swedish">The Swedish version that was seen; empty for none.</param>
/// <param name="IsReviewed">True when somebody who speaks the language has read the words.</param>
public sealed record TextForm(EditedText Text, string Words, string Draft, string Published, string Swedish, bool IsReviewed)
{
    /// <summary>The invented family that the preview is about; empty for the usual one.</summary>
    public string Family { get; init; } = "";

    /// <summary>Where a test message goes.</summary>
    public string To { get; init; } = "";

    /// <summary>What was found in the words.</summary>
    public ImmutableArray<TextFinding> Findings { get; init; } = [];

    /// <summary>What has come of it, as a key of the texts; null for nothing.</summary>
    public string? Message { get; init; }

    /// <summary>True when the message is that nothing was done.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The form as it is opened. Who edits Swedish reads it too.</summary>
    public static TextForm Of(EditedText text) => new(
        text, text.Words, text.Draft?.Version ?? "", text.Published?.Version ?? "", text.Swedish?.Version ?? "", text.Key.Language == "sv");

    /// <summary>The form as it was sent.</summary>
    internal static TextForm Of(EditedText text, StaffRequest request) => new(
        text, request.Field("text"), request.Field("utkast"), request.Field("publicerad"), request.Field("svensk"), request.Field("granskad") == "ja")
    {
        Family = request.Field("familj"),
        To = request.Field("till").Trim(),
    };
}
