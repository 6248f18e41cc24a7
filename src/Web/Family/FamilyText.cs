using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifieringar.Web.Family;

/// <summary>Texts/&lt;language&gt;.json as it stands: every phrase of the families' pages. Values stand in braces.</summary>
internal sealed record FamilyText(
    string Languages,
    string Heading,
    string Intro,
    string YourTime,
    string OurSuggestion,
    string When,
    string About,
    string ComesUnlessNo,
    string ComesAfterYes,
    string ComesAfterYesOfAny,
    string Yes,
    string No,
    string Thanks,
    string SaidYes,
    string SaidNo,
    string SaidNoElsewhere,
    string MayChange,
    string ChangeToYes,
    string ChangeToNo,
    string Contact,
    string InvitationHeading,
    string InvitationIntro,
    string Time,
    string CollectLabel,
    string LastDay,
    string Place,
    string PleaseAnswer,
    string YesWeCome,
    string NoWeDont,
    string NoThisTime,
    string AnotherTime,
    string Collect,
    string SaidYesWeCome,
    string SaidNoWeDont,
    string SaidNoThisTime,
    string SaidCollect,
    string SaidAnotherTime,
    string SaidCall,
    string ChangeAnswer,
    string CalledOff,
    string ChooseHeading,
    string ChooseIntro,
    string NoTimes,
    string CallUs,
    string TimeLost,
    string ConfirmHeading,
    string ConfirmHint,
    string Confirm,
    string VoteHeading,
    string Voted,
    string AskHeading,
    string AskLabel,
    string AskHint,
    string AskButton,
    string AskWrong,
    string UnknownHeading,
    string Unknown,
    string ClosedHeading,
    string Closed,
    string TooManyHeading,
    string TooMany,
    string BusyHeading,
    string Busy,
    string UnsubscribeHeading,
    string Unsubscribe,
    string UnsubscribeButton,
    string UnsubscribedHeading,
    string Unsubscribed,
    string Calendar,
    string StopLink,
    string StopHeading,
    string Stop,
    string StopButton,
    string Back,
    string Stopped,
    string AccessLink,
    string AccessHeading,
    string AccessPromise,
    string AccessFlaws,
    string AccessHelp,
    string AccessReport)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>In the order in which they are offered: all that home visits are written in.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["sv", "sv-x-lattlast", "en", "ar", "so", "ti", "fa", "uk", "fi", "pl", "tr", "ckb"];

    /// <summary>The same, to choose from.</summary>
    public static IReadOnlySet<string> Available { get; } = Offered.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, FamilyText> All { get; } = Offered.ToFrozenDictionary(language => language, Read, StringComparer.Ordinal);

    /// <param name="language">One of <see cref="Offered"/>.</param>
    public static FamilyText In(string language) => All[language];

    private static FamilyText Read(string language) =>
        JsonSerializer.Deserialize<FamilyText>(Embedded.Read($"Family/Texts/{language}.json"), Strict)!;
}
