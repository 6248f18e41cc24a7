using Notifieringar.Bench.Campaigning;
using Notifieringar.Bench.Printing;
using Notifieringar.Bench.Running;
using Notifieringar.Bench.Tables;
using Notifieringar.LocalHost.Commands;

namespace Notifieringar.Bench.Simulating;

/// <summary>A country's evening from what was measured here and what the providers publish: which wall comes first, and what moves it.</summary>
internal sealed class SimulateCommand : ICommand
{
    private const int Recipients = 2_000;
    private const int Printed = 500;

    private static readonly Size Units = new("--units", 290, "municipalities");
    private static readonly Size Notices = new("--notices", 1_000_000, "notices");
    private static readonly Size Minutes = new("--minutes", 180, "of the evening");
    private static readonly Size Sms = new("--sms-percent", 60, "sent by SMS");
    private static readonly Size Letters = new("--letter-percent", 10, "sent by letter");
    private static readonly Size Largest = new("--largest-percent", 10, "of the largest unit");
    private static readonly Size Resources = new("--sms-resources", 1, "Communication Services resources");
    private static readonly Size Instances = new("--instances", 100, "of the function app");
    private static readonly Size Storage = new("--storage-ms", 10, "for a call of Azure's storage");

    private static readonly Size[] Sizes = [Units, Notices, Minutes, Sms, Letters, Largest, Resources, Instances, Storage];

    public string Name => "simulate";

    public string Summary =>
        $"a country's evening; --from FILE takes what all --json FILE has measured; {string.Join(", ", Sizes.Select(size => $"{size.Option} {size.Usual} ({size.What})"))}";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var options = new OptionReader(arguments);
        var sizes = ChosenSizes.Read(options, Sizes);
        var from = options.Text("--from");
        options.RefuseTheRest();
        var country = new Country(
            sizes[Units], sizes[Notices], sizes[Minutes], sizes[Sms], sizes[Letters], sizes[Largest], sizes[Resources], sizes[Instances], sizes[Storage]);
        var costs = from is null ? await MeasureAsync(cancellation) : CostsOfFile.Read(TableJson.Read(await File.ReadAllTextAsync(from, cancellation)));
        await Console.Out.WriteLineAsync(TableText.Of(CountryTable.Of(country, costs)));
        await Console.Out.WriteLineAsync(CountryChart.Of(country, costs));
        return 0;
    }

    private static async Task<MeasuredCosts> MeasureAsync(CancellationToken cancellation)
    {
        await Console.Error.WriteLineAsync($"simulate: measuring a campaign of {Recipients} and a run of {Printed} letters");
        var campaign = await CampaignRun.OfAsync(CampaignKind.Word, Recipients, counts: true, cancellation);
        var run = await LetterRun.OfAsync(Printed, cancellation);
        return new MeasuredCosts((double)campaign.StorageCalls / Recipients, campaign.Processor.TotalMicroseconds / Recipients, Printed / run.Took.TotalSeconds);
    }
}
