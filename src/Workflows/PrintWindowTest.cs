using Microsoft.Extensions.DependencyInjection;
using Notifieringar.Delivery.Letters;
using Notifieringar.Model;
using Notifieringar.Planning.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Workflows;

/// <summary>Prints a sheet to fold and put in the envelope: an invented address that fills its area. It goes to nobody and is kept nowhere.</summary>
/// <param name="services">The printer is asked for only when a sheet is printed: it needs a browser.</param>
/// <param name="clock">The day.</param>
public sealed class PrintWindowTest(IServiceProvider services, IClock clock)
{
    private const string Text = """
        <h1>Fönsterkoll</h1>
        <p>Vik arket som breven viks och lägg det i kuvertet.</p>
        <p>Skaka det åt alla fyra hållen. Hela adressen ska synas varje gång, och ingenting annat på arket.</p>
        <p>Syns något annat, eller fattas något av adressen: välj en annan kuverttyp i inställningarna.</p>
        """;

    /// <summary>Runs.</summary>
    /// <param name="rules">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The PDF.</returns>
    public async Task<ReadOnlyMemory<byte>> RunAsync(UnitRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var today = Stockholm.LocalOf(clock.GetCurrentInstant()).Date;
        var letter = new LetterToPrint(
            "fonsterkoll",
            ["Alexandra och Maximilian Exempelsson", "c/o Wilhelmina Kvarnström", "Västra Klockstapelsgränden 117 B", "998 20 Exempelstads-Kyrkby"],
            rules.Name,
            rules.ReturnAddress,
            new LetterText("sv", RightToLeft: false, Text, AnswerCaption: "", CodeCaption: ""),
            Swedish: null,
            AnswerUrl: null,
            ShortCode: null,
            rules.Phone,
            LocalDatePattern.Iso.Format(today));
        var envelope = EnvelopeProfile.Shipped.First(profile => profile.Name == rules.Envelope);
        return (await services.GetRequiredService<LetterPrinter>().PrintAsync([letter], envelope, cancellation).ConfigureAwait(false)).Pdf;
    }
}
