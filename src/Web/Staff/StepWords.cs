using Notifieringar.Templates;

namespace Notifieringar.Web.Staff;

/// <summary>Steps of programmes as staff call them. Their ids are data, so one that has no word of ours is shown as it is.</summary>
internal static class StepWords
{
    public static string Of(string step) => StaffWords.Current.Find($"mallar.step.{step}") ?? step;

    /// <summary>The page of a text, after the unit.</summary>
    public static string AddressOf(TemplateKey key) => $"mallar/{key.Programme}/{key.Step}/{key.Channel.ToString().ToLowerInvariant()}/{key.Language}";

    /// <summary>A text in a few words.</summary>
    public static string Title(TemplateKey key) => Begun($"{Of(key.Step)}, {StaffWords.Current[$"channel.{key.Channel}"]}, {Languages.OwnName(key.Language)}");

    // As a heading begins.
    private static string Begun(string words) => words.Length == 0 ? words : $"{char.ToUpper(words[0], StaffWords.Current.Culture)}{words[1..]}";

    /// <summary>Who has done something to a text.</summary>
    public static string Who(string? by, bool isShipped, StaffMember reader) => StaffWords.Current switch
    {
        var words when isShipped => words["mallar.byProduct"],
        var words when by is null => words["mallar.byKey"],
        var words when by == reader.Id => words["mallar.byYou"],
        _ => by,
    };
}
