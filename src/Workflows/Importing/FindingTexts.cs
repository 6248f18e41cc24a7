using System.Collections.Frozen;

namespace Notifieringar.Workflows.Importing;

/// <summary>What each finding says to staff.</summary>
internal static class FindingTexts
{
    private const string Ask =
        "Inget ur filen har lagrats, inte heller spärrar. Kontrollera listan. Stämmer den, så bekräfta inläsningen. Stämmer den inte, så avvisa "
        + "den och läs in en rättad lista.";

    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>
    {
        [FindingCode.Empty] = "Filen är tom. Spara listan som CSV igen och prova på nytt.",
        [FindingCode.NotText] =
            "Filen är en arbetsbok eller något annat än text. Öppna den i Excel, välj Spara som och "
            + "CSV (semikolonavgränsad), och läs in den filen.",
        [FindingCode.FewerChildren] = $"En del av listan kan saknas. {Ask}",
        [FindingCode.MostRowsRefused] = $"Kolumnerna kan ha förskjutits. {Ask}",
        [FindingCode.ColumnShifted] = $"Kolumnerna kan ha förskjutits. {Ask}",
        [FindingCode.NoProtectedColumn] =
            "Filen har ingen kolumn för skyddade personuppgifter. Kontrollera att listan är hämtad utan personer "
            + "med skyddade personuppgifter, eller lägg till kolumnen Skyddad.",
        [FindingCode.WrongColumns] =
            "Raden har fler eller färre kolumner än rubrikraden. Leta efter ett semikolon för mycket eller för "
            + "lite, eller sätt citattecken runt text som innehåller semikolon.",
        [FindingCode.QuoteNotClosed] =
            "Ett citattecken inleder en text men avslutar den inte. Ta bort det eller lägg till "
            + "det som saknas. Raderna efter har lästs en och en.",
        [FindingCode.RowTooLong] =
            "Raden är för lång för att vara en rad och resten av filen har inte lästs. Spara "
            + "listan som CSV igen och läs in hela filen på nytt.",
        [FindingCode.GarbledText] =
            "Raden innehåller tecken som har förstörts, till exempel i å, ä och ö. Hämta listan på nytt "
            + "och spara den som CSV UTF-8 utan att öppna den emellan.",
        [FindingCode.PersonalIdentityNumber] =
            "Raden innehåller ett personnummer eller samordningsnummer, och sådana får inte lagras här. Ta bort det och läs in raden igen.",
        [FindingCode.MissingChildName] = "Barnets förnamn saknas. Fyll i det och läs in raden igen.",
        [FindingCode.NotAName] = "Namnet innehåller siffror eller @, så kolumnerna kan ha förskjutits. Rätta raden och läs in den igen.",
        [FindingCode.MissingBirthDate] = "Barnets födelsedatum saknas. Fyll i det som 2024-09-01 och läs in raden igen.",
        [FindingCode.UnreadableBirthDate] = "Födelsedatumet går inte att läsa. Skriv det som 2024-09-01 och läs in raden igen.",
        [FindingCode.FutureBirthDate] = "Födelsedatumet ligger i framtiden. Rätta det och läs in raden igen.",
        [FindingCode.OldBirthDate] = "Födelsedatumet är en vuxens. Skriv barnets födelsedatum och läs in raden igen.",
        [FindingCode.NoHousehold] =
            "Raden saknar både hushållsnummer och vårdnadshavarens namn, så det går inte att veta vem "
            + "den gäller. Fyll i något av dem och läs in raden igen.",
        [FindingCode.SilenceNotStored] =
            "Raden innehåller en spärr mot utskick som inte gäller förrän raden har lästs in. "
            + "Rätta raden genast, eller spärra familjen för hand.",
        [FindingCode.FileForgotten] = "Filen togs bort när en familj raderades, och inget har lästs in ur den. Hämta listan på nytt och läs in den.",
        [FindingCode.HouseholdErased] =
            "Familjen har bett om att bli raderad och har därför inte lästs in. Ta gärna bort den ur listan. Har familjen "
            + "själv bett om att få komma tillbaka: häv radering {0} och läs in raden igen.",
        [FindingCode.NoGuardianName] =
            "Vårdnadshavarens namn saknas, så hälsningen blir allmän och brev kan inte adresseras. Fyll i namnet.",
        [FindingCode.PhoneNotUnderstood] =
            "Telefonnumret går inte att läsa och har utelämnats. Skriv bara numret, till exempel 070-174 06 05.",
        [FindingCode.PhoneWrongLength] = "Telefonnumret har för få eller för många siffror och har utelämnats. Rätta numret.",
        [FindingCode.PhoneDigitsLost] =
            "Excel har avrundat telefonnumret, så det har utelämnats. Gör om kolumnen till text, skriv in numret på nytt och spara igen.",
        [FindingCode.PhoneSeveral] = "Det står flera telefonnummer, så inget har sparats. Behåll det som familjen vill bli nådd på.",
        [FindingCode.PhoneWithoutSms] =
            "Numret kan inte ta emot sms. Det sparas för samtal. Fyll i ett mobilnummer om familjen har lämnat ett.",
        [FindingCode.PhoneNotFromFamily] =
            "Numret kommer inte från familjen själv, så det har inte sparats. Fråga familjen om ni får skicka sms, och skriv familjen "
            + "i kolumnen Nummer från när ni har fått numret av den.",
        [FindingCode.WrongNumber] =
            "Den som har numret har svarat att det är fel nummer, så det har inte sparats. Fråga familjen om ett annat.",
        [FindingCode.EmailNotUnderstood] = "E-postadressen går inte att läsa och har utelämnats. Rätta den.",
        [FindingCode.EmailSeveral] = "Det står flera e-postadresser, så ingen har sparats. Behåll den som familjen vill bli nådd på.",
        [FindingCode.PostalCodeNotUnderstood] = "Postnumret ska ha fem siffror. Rätta det, annars kan inga brev skickas.",
        [FindingCode.AddressIncomplete] = "Adressen räcker inte för ett brev. Fyll i gata eller box, postnummer och ort.",
        [FindingCode.NoFixedAddress] = "Familjen saknar fast adress, så inga brev kan skickas. Ta reda på hur familjen vill bli nådd.",
        [FindingCode.Unreachable] = "Raden har varken adress, telefon eller e-post, så familjen kan inte nås. Fyll i minst ett av dem.",
        [FindingCode.UnknownLanguage] =
            "Språket känns inte igen, så familjen får svenska. Skriv språkets namn på svenska. För kurdiska: skriv kurmanji eller sorani.",
        [FindingCode.FlagNotUnderstood] = "Kolumnen ska innehålla J eller N. Det som står har tolkats på det säkraste sättet. Rätta det.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string code) => Texts[code];
}
