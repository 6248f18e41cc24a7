using Notifieringar.LocalHost.Demo;

namespace Notifieringar.Tests.LocalHost.Demo;

public sealed class TallyTableTests
{
    [Fact]
    public void Write_ASectionWithLanguages_AlignsEveryColumn()
    {
        var section = new TallySection(
            "Notiser",
            113,
            [new TallyRow("brev", 13) { Languages = new ByLanguage(10, 2, 1, 0), New = 13 }, new TallyRow("kommer senare", 100)]);

        var lines = TallyTable.Write(new DemoTally([section], [], [])).Split(Environment.NewLine)[..4];

        Assert.Equal(["antal", "svenska", "arabiska", "engelska", "annat", "nytt", "nu"], Words(lines[0])[1..]);
        Assert.Equal(["brev", "13", "10", "2", "1", "0", "13"], Words(lines[1]));
        Assert.Equal(["kommer", "senare", "100"], Words(lines[2]));
        Assert.Equal(["summa", "113", "10", "2", "1", "0", "13"], Words(lines[3]));
        Assert.Equal(lines[1].Length, lines[3].Length);
        Assert.Equal(lines[1].IndexOf("13", StringComparison.Ordinal) + 2, lines[2].Length);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
