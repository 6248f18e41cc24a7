using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Notifieringar.Planning.Calendar;

namespace Notifieringar.LocalHost.Demo;

/// <summary>How far the story has come: one line that rewrites itself on a terminal, else a line a week.</summary>
internal sealed class Progress(TextWriter terminal, bool interactive)
{
    private LocalDate? _shown;

    public async Task ShowAsync(Instant now, SaidCounts said)
    {
        var day = Stockholm.LocalOf(now).Date;
        var shown = interactive ? day : day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        if (shown == _shown)
        {
            return;
        }

        _shown = shown;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"  {LocalDatePattern.Iso.Format(day)}   brev {said.Letters,4}   sms {said.Sms,4}   e-post {said.Emails,4}");
        await (interactive ? terminal.WriteAsync("\r" + line) : terminal.WriteLineAsync(line));
    }

    public Task EndAsync() => interactive ? terminal.WriteLineAsync() : Task.CompletedTask;
}
