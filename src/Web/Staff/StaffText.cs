using System.Text.Json;
using System.Text.Json.Serialization;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff;

/// <summary>Texts/sv.json as it stands: every phrase of staff's pages. Values stand in braces.</summary>
internal sealed record StaffText(
    string DayHeading,
    string DayEmpty,
    string DayGone,
    string DayShred,
    string Time,
    string Who,
    string Where,
    string Ages,
    string Months,
    string Bag,
    string Answer,
    string SaidYes,
    string NoAnswer,
    string NeedsTwo,
    string InterpreterBooked,
    string RelativeInterprets,
    string UnknownName,
    string UnknownAddress)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static StaffText Swedish { get; } = JsonSerializer.Deserialize<StaffText>(Embedded.Read("Staff/Texts/sv.json"), Strict)!;
}
