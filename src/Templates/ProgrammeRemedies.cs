using System.Collections.Frozen;

namespace Notifieringar.Templates;

/// <summary>What to write instead, in English: for the API and for whoever keeps programmes as files.</summary>
internal static class ProgrammeRemedies
{
    private static readonly FrozenDictionary<ProgrammeFault, string> Texts = new Dictionary<ProgrammeFault, string>
    {
        [ProgrammeFault.NotText] = "write a text in quotes",
        [ProgrammeFault.NotAnId] = "use lower-case letters a–z, digits and hyphens; it names keys and folders",
        [ProgrammeFault.NotANumber] = "write a whole number, at least {value}",
        [ProgrammeFault.UnknownWord] = "write one of {value}",
        [ProgrammeFault.NotAFlag] = "write true or false without quotes, or leave it out for false",
        [ProgrammeFault.NotAList] = "write a list in square brackets; empty brackets for none",
        [ProgrammeFault.UnknownWords] = "write some of {value}, each at most once",
        [ProgrammeFault.NotATime] = "write a time of day as \"09:00\", or leave it out to keep the anchor's own time",
        [ProgrammeFault.NotAnObject] = "write an object in braces",
        [ProgrammeFault.NoObjects] = "write a list in square brackets with at least one object",
        [ProgrammeFault.UnknownName] = "is unknown here; remove it or write one of {value}",
        [ProgrammeFault.NotJson] = "is not JSON, near line {value}",
        [ProgrammeFault.SameStepTwice] = "give every step an id of its own",
        [ProgrammeFault.AgesEmpty] = "write more months than from; a child of that age is too old",
        [ProgrammeFault.VisitEndsTooEarly] = "write more months than ageMonths; from then on the visit is not made",
        [ProgrammeFault.LeadTooShort] = "write at least noticeDays + earliestDays, or the earliest visits come with too short notice",
        [ProgrammeFault.NeverInTime] = "write how many days or hours late the notice may still be said",
        [ProgrammeFault.ChannelTwice] = "name each channel once",
        [ProgrammeFault.MostDiscreetToHouseholds] = "write \"professional\" or \"organisation\": a D3 programme never writes to single people",
        [ProgrammeFault.VisitOfOthers] = "remove it, or write \"visit\" as the kind and \"household\" as who: only home visits are planned by a child's age",
        [ProgrammeFault.VisitWithoutAge] = "say at what age the visit is made",
        [ProgrammeFault.ChildrenOfOthers] = "remove it: only households have children",
        [ProgrammeFault.NoCollectStep] = "add a step with the anchor \"collect\", so that whoever collects hears when; or remove \"collect\"",
        [ProgrammeFault.NoSessions] = "remove it: only a series has sessions",
        [ProgrammeFault.CalendarWithoutEmail] = "add e-mail to the ladder, or remove it: a calendar file goes with an e-mail",
        [ProgrammeFault.NobodyCanAnswer] = "write \"always\", or give the programme answers: nobody can answer this one",
        [ProgrammeFault.PhoneNotAlone] = "let \"phone\" stand alone: whoever cannot be reached is put on staff's list anyway",
        [ProgrammeFault.OtherId] = "write the same id as in the address",
    }.ToFrozenDictionary();

    public static string Of(ProgrammeFault fault, string value) => Texts[fault].Replace("{value}", value, StringComparison.Ordinal);
}
