using System.Collections.Immutable;
using Notifieringar.Delivery.Letters;
using Notifieringar.Templates;

namespace Notifieringar.Workflows.Texts;

/// <summary>A text as an invented family would get it, or why there is none.</summary>
public abstract record PreviewedText
{
    private PreviewedText()
    {
    }

    /// <summary>An SMS.</summary>
    /// <param name="Sender">What the phone shows as sender.</param>
    /// <param name="Body">The text.</param>
    /// <param name="Length">How long it is.</param>
    /// <param name="Parts">The parts it is sent in.</param>
    public sealed record Sms(string Sender, string Body, SmsLength Length, ImmutableArray<string> Parts) : PreviewedText;

    /// <summary>An e-mail.</summary>
    /// <param name="Sender">The sender's name.</param>
    /// <param name="Page">The e-mail.</param>
    /// <param name="Frame">The same page without words and subject: its own style and nothing that anybody has written.</param>
    public sealed record Email(string Sender, EmailDocument Page, string Frame) : PreviewedText;

    /// <summary>A letter.</summary>
    /// <param name="Page">Its pages.</param>
    /// <param name="Envelope">The unit's envelope.</param>
    public sealed record Letter(LetterPreview Page, EnvelopeProfile Envelope) : PreviewedText;

    /// <summary>The family or the occasion lacks a value that the text needs.</summary>
    /// <param name="Path">Which, as the text names it.</param>
    public sealed record Lacking(string Path) : PreviewedText;

    /// <summary>The text cannot be written for anybody.</summary>
    /// <param name="Line">Line from 1; 0 when it is not at one place.</param>
    /// <param name="Message">What is wrong, in English.</param>
    public sealed record Broken(int Line, string Message) : PreviewedText;

    /// <summary>The channel does not reach this family.</summary>
    public sealed record NoWay : PreviewedText;

    /// <summary>A letter in another language has the Swedish text below it, and there is none that can be written.</summary>
    public sealed record NoSwedish : PreviewedText;
}
