using System.Text.Json;
using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

public sealed class SmsLengthTests
{
    private static readonly string Vectors = Path.Combine(AppContext.BaseDirectory, "Templates", "Data", "sms-segments.jsonl");

    [Fact]
    public void Count_EveryVector_IsAsRecorded()
    {
        var different = new List<string>();
        var compared = 0;
        foreach (var line in File.ReadLines(Vectors).Where(line => line.Length > 0))
        {
            using var vector = JsonDocument.Parse(line);
            var root = vector.RootElement;
            var expected = new SmsLength(
                root.GetProperty("encoding").GetString() == "GSM-7" ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2,
                root.GetProperty("units").GetInt32(),
                root.GetProperty("segments").GetInt32());
            var actual = SmsLength.Count(root.GetProperty("text").GetString()!);
            compared++;
            if (actual != expected)
            {
                different.Add($"{root.GetProperty("name").GetString()}: {actual}, recorded {expected}");
            }
        }

        Assert.Empty(different);
        Assert.True(compared >= 80);
    }

    [Fact]
    public void Count_EuroOnTheBorderOfAPart_IsNotSplit()
    {
        var length = SmsLength.Count(new string('a', 152) + "€" + new string('a', 152));

        Assert.Equal(new SmsLength(SmsEncoding.Gsm7, Units: 306, Segments: 3), length);
    }

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('€', 81, 2)]
    [InlineData('ش', 70, 1)]
    [InlineData('ش', 71, 2)]
    public void Parts_AreAsManyAsAreCounted_AndTogetherTheText(char sign, int count, int expected)
    {
        var text = new string(sign, count);

        var parts = SmsLength.Parts(text);

        Assert.Equal(expected, parts.Length);
        Assert.Equal(SmsLength.Count(text).Segments, parts.Length);
        Assert.Equal(text, string.Concat(parts));
    }

    [Fact]
    public void Parts_NeverSplitACharacterOfTwoUnits()
    {
        var parts = SmsLength.Parts(new string('ش', 66) + "🎈" + new string('ش', 10));

        Assert.Equal(66, parts[0].Length);
        Assert.StartsWith("🎈", parts[1], StringComparison.Ordinal);
    }
}
