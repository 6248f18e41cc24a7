using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The members of <c>regex</c>; every match runs under the context's time limit.</summary>
public class RegexFunctions : ScriptObject
{
    /// <summary>With backslashes in front of what a pattern gives a meaning.</summary>
    public static string Escape(string pattern) => Regex.Escape(pattern);

    /// <summary>The opposite of <see cref="Escape"/>.</summary>
    public static string Unescape(string pattern) => Regex.Unescape(pattern);

    /// <summary>The first match and its groups; empty when there is none.</summary>
    public static ScriptArray Match(TemplateContext context, string text, string pattern, string options = null)
    {
        Check(text, pattern, nameof(Match));
        var match = Regex.Match(text, pattern, Options(options), context.RegexTimeOut);
        return match.Success ? Groups(match) : [];
    }

    /// <summary>Every match with its groups.</summary>
    public static ScriptArray Matches(TemplateContext context, string text, string pattern, string options = null)
    {
        Check(text, pattern, nameof(Matches));
        var result = new ScriptArray();
        foreach (Match match in Regex.Matches(text, pattern, Options(options), context.RegexTimeOut))
        {
            context.EnsureStack(context.CurrentNode);
            result.Add(Groups(match));
        }

        return result;
    }

    /// <summary>Every match replaced, by .NET's replacement syntax.</summary>
    public static string Replace(TemplateContext context, string text, string pattern, string replace, string options = null)
    {
        Check(text, pattern, nameof(Replace));
        RequiredText.Check(replace, nameof(replace), nameof(Replace));

        // Each $ of the replacement may stand for the whole text.
        context.CheckText(context.CurrentSpan, replace.Length + ((long)replace.AsSpan().Count('$') * text.Length));
        var length = (long)text.Length;
        return Regex.Replace(text, pattern, Written, Options(options), context.RegexTimeOut);

        string Written(Match match)
        {
            var result = match.Result(replace);
            length += result.Length - match.Length;
            context.CheckText(context.CurrentSpan, length);
            return result;
        }
    }

    /// <summary>What stands between the matches, with the groups in between.</summary>
    public static ScriptArray Split(TemplateContext context, string text, string pattern, string options = null)
    {
        Check(text, pattern, nameof(Split));

        // Match by match and not at once, so that a long text can be stopped.
        var result = new ScriptArray();
        var at = 0;
        foreach (Match match in Regex.Matches(text, pattern, Options(options), context.RegexTimeOut))
        {
            context.EnsureStack(context.CurrentNode);
            result.Add(text[at..match.Index]);
            at = match.Index + match.Length;
            for (var group = 1; group < match.Groups.Count; group++)
            {
                if (match.Groups[group].Success)
                {
                    result.Add(match.Groups[group].Value);
                }
            }
        }

        result.Add(text[at..]);
        return result;
    }

    private static void Check(string text, string pattern, string function)
    {
        RequiredText.Check(text, nameof(text), function);
        RequiredText.Check(pattern, nameof(pattern), function);
    }

    private static ScriptArray Groups(Match match)
    {
        var result = new ScriptArray(match.Groups.Count);
        for (var group = 0; group < match.Groups.Count; group++)
        {
            result.Add(match.Groups[group].Value);
        }

        return result;
    }

    private static RegexOptions Options(string letters)
    {
        var result = RegexOptions.None;
        foreach (var letter in letters ?? string.Empty)
        {
            result |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return result;
    }
}
