using System.Text.Json;
using System.Text.Json.Serialization;
using Notifieringar.Model;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>What a tester asks for.</summary>
/// <param name="To">The tester's own number or e-mail address; null for a letter, which is given back.</param>
/// <param name="Family">The name of an invented family; null for the usual one.</param>
/// <param name="Text">A draft; null for the text that is published.</param>
internal sealed record TestOrder(string? To = null, string? Family = null, string? Text = null)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads an order; null for one that cannot be read.</summary>
    public static TestOrder? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<TestOrder>(json, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What must be mended for a channel, whose family it would reach; null for nothing.</summary>
    public string? Problem(Channel channel, Person family) => channel switch
    {
        Channel.Letter => To is null ? null : "A letter is given back as a PDF: leave out to.",
        Channel.Sms when family.Phone is null => NoWay,
        Channel.Email when family.Email is null => NoWay,
        Channel.Sms when !PhoneNumber.TryParse(To, out var number, out _) || !number.IsSwedishMobile => "to must be your own Swedish mobile number, only one.",
        Channel.Email when !EmailAddress.TryParse(To, out _, out _) => "to must be your own e-mail address, only one.",
        _ => null,
    };

    private static string NoWay => "This family has neither phone nor e-mail and gets letters only. Choose another, or test the letter.";
}
