using Microsoft.AspNetCore.Http;
using Notifieringar.Templates;

namespace Notifieringar.Web.Family;

/// <summary>The language of a page.</summary>
/// <param name="Tag">One of the offered languages.</param>
/// <param name="IsAsked">True when the reader has chosen it.</param>
internal sealed record PageLanguage(string Tag, bool IsAsked)
{
    public const string Parameter = "lang";

    /// <summary>The language asked for by the address, else by the browser, else Swedish.</summary>
    public static PageLanguage Of(HttpRequest request)
    {
        var asked = request.Query[Parameter].ToString();
        if (FamilyText.Available.Contains(asked))
        {
            return new PageLanguage(asked, IsAsked: true);
        }

        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => LanguageChoice.For(language.Value.ToString(), FamilyText.Available))
            .FirstOrDefault(choice => !choice.FellBack);
        return new PageLanguage(wanted?.Language ?? "sv", IsAsked: false);
    }

    /// <summary>A family's own language, unless the reader has chosen another.</summary>
    public PageLanguage OrOwn(string? family) =>
        IsAsked ? this : new PageLanguage(LanguageChoice.For(family, FamilyText.Available).Language, IsAsked: false);
}
