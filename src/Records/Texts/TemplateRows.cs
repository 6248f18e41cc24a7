using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.Texts;

/// <summary>Rows of the Templates table: every version of a text, and once more the one that is current.</summary>
internal static class TemplateRows
{
    public const string Current = "Current";

    private const char AfterEveryKey = (char)('~' + 1);

    public static TableEntity Version(StoredText text) => Row(text, text.Version, isCurrent: false);

    public static TableEntity CurrentOf(StoredText text) => Row(text, "current", isCurrent: true);

    /// <summary>A filter on all rows of a step.</summary>
    public static string InStep(string programme, string step) => $"PartitionKey eq {TableExtensions.Quoted(Partition(programme, step))}";

    /// <summary>A filter on all rows of one text.</summary>
    public static string OfText(string programme, string step, Channel channel, string language) =>
        TableExtensions.Range(Partition(programme, step), $"{Name(channel, language)}~", $"{Name(channel, language)}{AfterEveryKey}");

    public static StoredText Text(TableEntity row)
    {
        var (step, name) = (row.PartitionKey.Split('~'), row.RowKey.Split('~'));
        return new StoredText(
            step[0],
            step[1],
            Enum.Parse<Channel>(name[0], ignoreCase: true),
            name[1],
            row.GetString(nameof(StoredText.Version)) ?? "",
            row.GetString(nameof(StoredText.Source)) ?? "",
            row.GetBoolean(nameof(StoredText.Shipped)) ?? false,
            row.GetBoolean(nameof(StoredText.Reviewed)) ?? true,
            row.GetString(nameof(StoredText.TranslatedFrom)),
            row.GetString(nameof(StoredText.By)),
            row.GetInstant(nameof(StoredText.At)));
    }

    private static TableEntity Row(StoredText text, string version, bool isCurrent) =>
        new(Partition(text.Programme, text.Step), $"{Name(text.Channel, text.Language)}~{version}")
        {
            [nameof(StoredText.Version)] = text.Version,
            [nameof(StoredText.Source)] = text.Source,
            [nameof(StoredText.Shipped)] = text.Shipped,
            [nameof(StoredText.Reviewed)] = text.Reviewed,
            [nameof(StoredText.TranslatedFrom)] = text.TranslatedFrom,
            [nameof(StoredText.By)] = text.By,
            [nameof(StoredText.At)] = text.At?.ToDateTimeOffset(),
            [Current] = isCurrent,
        };

    private static string Partition(string programme, string step) => $"{programme}~{step}";

    private static string Name(Channel channel, string language) => $"{channel.ToString().ToLowerInvariant()}~{language}";
}
