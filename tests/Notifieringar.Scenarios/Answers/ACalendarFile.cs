using System.Text;
using Notifieringar.LocalHost.Sandbox;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Scenarios.Answers;

/// <summary>The calendar file of an e-mail, with its folded lines whole.</summary>
internal sealed class ACalendarFile
{
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss");

    private ACalendarFile(string content) => Content = content;

    public string Content { get; }

    public LocalDateTime Starts => Time.Parse(this["DTSTART;TZID=Europe/Stockholm"]).Value;

    public string this[string name] =>
        Content.Split("\r\n").Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

    public static ACalendarFile Of(SandboxMessage email) => new(
        Encoding.UTF8.GetString(Convert.FromBase64String(Assert.Single(email.Attachments).ContentBase64)).Replace("\r\n ", "", StringComparison.Ordinal));
}
