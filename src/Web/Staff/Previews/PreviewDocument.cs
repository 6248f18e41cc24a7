using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Notifieringar.Web.Family;

namespace Notifieringar.Web.Staff.Previews;

/// <summary>A page to stand in a frame: style sheets of ours and nothing that runs.</summary>
internal sealed record PreviewDocument
{
    private static readonly string Own = Embedded.Read("Staff/preview.css");

    private ImmutableArray<string> Sheets { get; init; } = [Own];

    private ImmutableArray<string> Attributes { get; init; } = [];

    private string Body { get; init; } = "";

    /// <summary>The whole page when it is somebody else's, such as an e-mail.</summary>
    private string? Whole { get; init; }

    /// <summary>Puts something into the page.</summary>
    public PreviewDocument With(string html) => this with { Body = Body + html };

    /// <summary>Adds a style sheet before ours, which may then set right what it says of the whole page.</summary>
    public PreviewDocument Before(string css) => this with { Sheets = Sheets.Insert(0, css) };

    /// <summary>Adds a style sheet after ours.</summary>
    public PreviewDocument After(string css) => this with { Sheets = Sheets.Add(css) };

    /// <summary>Takes a whole page with its style sheets and style attributes, which are allowed as they are and no others.</summary>
    public PreviewDocument Around(string page, IEnumerable<string> sheets, IEnumerable<string> attributes) =>
        this with { Whole = page, Sheets = [.. Sheets, .. sheets], Attributes = [.. attributes] };

    public IResult AsResult() => new PageResult(StatusCodes.Status200OK, Html(), securityPolicy: Policy());

    private string Html()
    {
        if (Whole is null)
        {
            return $"""
                <!DOCTYPE html>
                <html lang="{StaffWords.Current.Language}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{PageHtml.Encode(StaffWords.Current["mallar.preview"])}</title>
                {string.Concat(Sheets.Select(css => $"<style>{css}</style>"))}
                </head>
                <body class="preview">
                {Body}
                </body>
                </html>
                """;
        }

        var head = Whole.IndexOf("</head>", StringComparison.Ordinal);
        var body = Whole.IndexOf('>', Whole.IndexOf("<body", StringComparison.Ordinal)) + 1;
        return $"{Whole[..head]}<style>{Own}</style>{Whole[head..body]}{Body}{Whole[body..]}";
    }

    private string Policy()
    {
        var allowed = string.Join(' ', Sheets.Select(Hash).Concat(Attributes.IsEmpty ? [] : ["'unsafe-hashes'", .. Attributes.Select(Hash)]));
        return $"default-src 'none'; style-src {allowed}; font-src data:; sandbox; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";
    }

    private static string Hash(string css) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";
}
