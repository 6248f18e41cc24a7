using System.Globalization;
using Notifieringar.Workflows.Importing;

namespace Notifieringar.Web.Staff.Pages;

/// <summary>What campaigns, steps and languages are called on staff's pages.</summary>
internal static class StaffWordsOfCampaigns
{
    private const string EasySwedish = "sv-x-lattlast";

    /// <summary>The order of names on the page.</summary>
    public static StringComparer Alphabet => StaffWords.Current.Culture.CompareInfo.GetStringComparer(CompareOptions.None);

    /// <summary>A language, in the language of the page; its tag when it has no name.</summary>
    public static string Language(string tag)
    {
        var words = StaffWords.Current;
        if (words.Language == "sv")
        {
            return LanguageNames.InSwedish(tag);
        }

        try
        {
            return tag == EasySwedish ? words["utskick.easySwedish"] : CultureInfo.GetCultureInfo(tag).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>A step; its id when it has no name.</summary>
    public static string Step(string id) => StaffWords.Current.Find($"utskick.step.{id}") ?? id;

    /// <summary>An amount of money.</summary>
    public static string Kronor(decimal amount) => amount.ToString("0.00", StaffWords.Current.Culture);
}
