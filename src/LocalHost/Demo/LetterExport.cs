using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Notifieringar.LocalHost.Sandbox.Outbox;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using Notifieringar.Records.Letters;

namespace Notifieringar.LocalHost.Demo;

/// <summary>Puts printed letter runs where the outbox page looks for them: a PDF each and its page list.</summary>
internal static class LetterExport
{
    public static async Task WriteAsync(
        DemoRecords records, string folder, UnitRules rules, IReadOnlyList<PrintedRunPart> parts, IReadOnlyList<Recipient> people, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var known = people.ToDictionary(recipient => recipient.Person.Id.Value);
        foreach (var (part, letters) in parts)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(part.RunDate)}-{part.Part:000}");
            var list = new
            {
                Title = $"Brevomgång {LocalDatePattern.Iso.Format(part.RunDate)}, del {part.Part.ToString(CultureInfo.InvariantCulture)}",
                PrintedAt = Stockholm.MomentOf(part.RunDate.At(rules.LetterRunAt)).ToDateTimeOffset(),
                Pages = letters.Select(letter => Pages(letter, known.GetValueOrDefault(letter.Person))),
            };

            if (await records.PdfAsync(part, cancellationToken) is not { } pdf)
            {
                continue;
            }

            // The list first: the page shows every PDF it finds.
            AtomicFile.Write(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(list, JsonSerializerOptions.Web));
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".pdf"), pdf.ToArray(), cancellationToken);
        }
    }

    private static LetterPages Pages(PrintedLetter letter, Recipient? recipient)
    {
        var key = NoticeKey.Parse(letter.Notice);
        return new LetterPages(
            $"{letter.Person}~{letter.Notice}",
            letter.FirstPage,
            letter.Pages,
            recipient?.Person.FullName,
            recipient?.Notices.FirstOrDefault(notice => notice.Key == key)?.Language);
    }
}
