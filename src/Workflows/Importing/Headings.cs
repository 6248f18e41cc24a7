using System.Collections.Frozen;
using System.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>How columns are headed in the files we have met, in Swedish and English. The first of each list is the name we use ourselves.</summary>
internal static class Headings
{
    private static readonly Dictionary<Column, string[]> Synonyms = new()
    {
        [Column.Household] =
        [
            "Hushåll", "Hushållsnummer", "HushållsId", "Hushållets id", "Familj", "FamiljeId", "Household", "Household id", "Family id",
        ],
        [Column.Child] = ["Barn", "BarnId", "Barnets id", "Barnreferens", "Child", "Child id"],
        [Column.GuardianName] =
        [
            "Vårdnadshavare", "Vårdnadshavares namn", "Vårdnadshavarens namn", "Förälder", "Målsman", "Namn", "Guardian", "Guardian name",
            "Parent", "Parent name", "Name",
        ],
        [Column.GuardianGivenName] =
        [
            "Vårdnadshavare förnamn", "Vårdnadshavares förnamn", "Vårdnadshavarens förnamn", "Förälder förnamn", "Förälders förnamn",
            "Förnamn VH", "VH förnamn", "Förnamn", "Guardian given name", "Guardian first name", "Given name", "Parent first name",
        ],
        [Column.GuardianFamilyName] =
        [
            "Vårdnadshavare efternamn", "Vårdnadshavares efternamn", "Vårdnadshavarens efternamn", "Förälder efternamn",
            "Förälders efternamn", "Efternamn VH", "VH efternamn", "Efternamn", "Guardian family name", "Guardian last name",
            "Guardian surname", "Family name", "Surname", "Last name", "Parent last name",
        ],
        [Column.CareOf] = ["C/o", "C/o-adress", "C/o adress", "Care of"],
        [Column.Street] = ["Adress", "Gatuadress", "Gata", "Utdelningsadress", "Adressrad", "Address", "Street", "Street address"],
        [Column.PostalCode] = ["Postnummer", "Postnr", "Post nr", "Postadress", "Postal code", "Postcode", "Zip", "Zip code"],
        [Column.Town] = ["Ort", "Postort", "Stad", "Town", "City"],
        [Column.Country] = ["Land", "Country"],
        [Column.Phone] =
        [
            "Mobil", "Mobilnummer", "Mobilnr", "Mobiltelefon", "Mobiltelefonnummer", "Telefon", "Telefonnummer", "Telefonnr", "Tel",
            "Tfn", "Tel mobil", "Mobil tel", "Hemtelefon", "Phone", "Phone number", "Mobile", "Mobile phone", "Mobile number",
            "Cell phone", "Telephone",
        ],
        [Column.PhoneFrom] =
        [
            "Nummer från", "Numret från", "Telefonnummer från", "Telefon från", "Mobil från", "Mobilnummer från", "Number from", "Phone from",
        ],
        [Column.Email] =
        [
            "E-post", "Epost", "E-postadress", "Mejl", "Mejladress", "Mail", "Mailadress", "Email", "E-mail", "Email address",
        ],
        [Column.Language] =
        [
            "Språk", "Modersmål", "Familjens språk", "Hemspråk", "Talat språk", "Language", "Family language", "Mother tongue",
        ],
        [Column.ChildFirstName] =
        [
            "Barnets förnamn", "Barn förnamn", "Barns förnamn", "Barnets namn", "Barnets tilltalsnamn", "Tilltalsnamn barn",
            "Förnamn barn", "Child first name", "Child's first name", "Child name", "Child given name",
        ],
        [Column.ChildBirthDate] =
        [
            "Födelsedatum", "Barnets födelsedatum", "Barn födelsedatum", "Född", "Barnet fött", "Födelsedag", "Birth date",
            "Date of birth", "Child birth date", "Child date of birth", "Birthdate", "DOB",
        ],
        [Column.ChildLivesHere] =
        [
            "Bor här", "Barnet bor här", "Folkbokförd här", "Barnet folkbokfört här", "Lives here", "Child lives here",
        ],
        [Column.ChildDeceased] =
        [
            "Avliden", "Avlidet", "Barnet avlidet", "Död", "Dödsdatum", "Avliden datum", "Deceased", "Child deceased", "Date of death",
        ],
        [Column.Protected] =
        [
            "Skyddad", "Skydd", "Skyddade personuppgifter", "Skyddad identitet", "Sekretess", "Sekretessmarkering", "Sekretessmarkerad",
            "Skyddad folkbokföring", "Protected", "Protected identity", "Protected data",
        ],
        [Column.OptedOut] =
        [
            "Avböjt", "Avböjt kontakt", "Vill inte kontaktas", "Ej kontakt", "Ingen kontakt", "Kontakta ej", "Avregistrerad", "Opted out",
            "Opt out", "No contact", "Do not contact",
        ],
        [Column.PersonalIdentityNumber] =
        [
            "Personnummer", "Personnr", "Pnr", "Person nr", "Barnets personnummer", "Barnets pnr", "Vårdnadshavares personnummer",
            "Samordningsnummer", "Personal identity number", "Personal number", "SSN",
        ],
    };

    private static readonly FrozenDictionary<string, Column> ByText = Synonyms
        .SelectMany(pair => pair.Value.Select(text => (Text: Normalised(text), pair.Key)))
        .DistinctBy(pair => pair.Text)
        .ToFrozenDictionary(pair => pair.Text, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Our own heading of a column.</summary>
    public static string Name(Column column) => Synonyms[column][0];

    /// <summary>The column a heading stands for; null when it is none of ours.</summary>
    public static Column? Of(string heading) => ByText.TryGetValue(Normalised(heading), out var column) ? column : null;

    // Letters and digits only, in lower case: "E-post:", "e post" and "EPOST" are the same.
    private static string Normalised(string heading)
    {
        var text = new StringBuilder(heading.Length);
        foreach (var sign in Garbled.Whole(heading).Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(sign))
            {
                text.Append(char.ToLowerInvariant(sign));
            }
        }

        return text.ToString();
    }
}
