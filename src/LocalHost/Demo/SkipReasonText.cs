using Notifieringar.Model;

namespace Notifieringar.LocalHost.Demo;

/// <summary>The reasons in Swedish.</summary>
internal static class SkipReasonText
{
    public static string Of(SkipReason? reason) => reason switch
    {
        SkipReason.Deceased => "avliden",
        SkipReason.Protected => "skyddade uppgifter",
        SkipReason.OptedOut => "vill inte bli kontaktad",
        SkipReason.Moved => "flyttat",
        SkipReason.Declined => "tackat nej",
        SkipReason.NotAnswered => "har inte svarat",
        SkipReason.NoWayToReach => "går inte att nå",
        SkipReason.TooLate => "för sent",
        SkipReason.NoText => "texten gick inte att skriva",
        SkipReason.DoesNotFit => "brevet får inte plats",
        SkipReason.StaleData => "för gamla uppgifter",
        SkipReason.UnknownOutcome => "okänt om det kom fram",
        SkipReason.RefusedByProvider => "avvisat av leverantören",
        SkipReason.Failed => "fel hos oss",
        SkipReason.CustodyLost => "inte längre vårdnadshavare",
        SkipReason.Erased => "ska raderas",
        SkipReason.VisitCancelled => "besöket inställt",
        SkipReason.ReturnedLetter => "brevet kom i retur",
        SkipReason.Bounced => "kom inte fram",
        SkipReason.ToPhone => "ska ringas",
        SkipReason.EnoughTouches => "har fått nog många utskick utan svar",
        SkipReason.ContactCap => "har kontaktats nog för nu",
        SkipReason.Answered => "har svarat",
        SkipReason.OtherAnswer => "har svarat något annat",
        SkipReason.Disputed => "vårdnadshavarna har svarat olika",
        SkipReason.NotForIndividuals => "inte för enskilda",
        SkipReason.CampaignCancelled => "utskicket avbrutet",
        SkipReason.WantsAnotherTime => "vill ha en annan tid",
        SkipReason.RebookedOften => "har bokat om flera gånger",
        SkipReason.NoFreeTime => "ingen ledig tid",
        SkipReason.TooOldForVisit => "barnet hinner bli för gammalt",
        SkipReason.LateAnswer => "svarade för sent",
        SkipReason.DeclinedLate => "tackade nej strax före",
        SkipReason.WrongNumber => "numret är någon annans",
        null => "utan skäl",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
