using System.Collections.Immutable;
using Notifieringar.Model;

namespace Notifieringar.Web.Staff;

/// <summary>What every page of staff's shows around its own matter.</summary>
/// <param name="Rules">The unit; null before one is chosen.</param>
/// <param name="Page">The page's name.</param>
/// <param name="Who">Who is signed in.</param>
/// <param name="Units">The units they have a role in.</param>
/// <param name="TokenField">The name of the field that protects forms.</param>
/// <param name="Token">Its value.</param>
/// <param name="Said">What has just been done, as a key of the texts; null for nothing.</param>
/// <param name="Menu">The pages that whoever is signed in may open here, in the order of the menu.</param>
public sealed record StaffView(
    UnitRules? Rules, string Page, StaffMember Who, ImmutableArray<UnitRules> Units, string TokenField, string Token, string? Said, ImmutableArray<string> Menu)
{
    /// <summary>The pages, in the order of the menu.</summary>
    public static ImmutableArray<string> Pages { get; } =
        ["idag", "kalender", "familjer", "traffar", "ringlista", "brev", "utskick", "import", "problem", "rapporter", "prov", "mallar", "installningar", "logg"];

    /// <summary>The address of a page of this unit.</summary>
    public string To(string page) => $"/personal/{Rules?.Unit}/{page}";
}
