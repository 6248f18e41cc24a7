using System.Reflection;
using System.Text.RegularExpressions;
using Notifieringar.Web.Family;

namespace Notifieringar.Tests.Web.Family;

public sealed partial class FamilyTextTests
{
    private static readonly IReadOnlyList<PropertyInfo> Phrases =
        [.. typeof(FamilyText).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string))];

    public static TheoryData<string> Offered => [.. FamilyText.Offered];

    [Theory]
    [MemberData(nameof(Offered))]
    public void Phrases_NameTheSameValuesAsTheSwedish(string language)
    {
        Assert.NotEmpty(Phrases);
        foreach (var phrase in Phrases)
        {
            var own = (string)phrase.GetValue(FamilyText.In(language))!;
            var swedish = (string)phrase.GetValue(FamilyText.In("sv"))!;

            Assert.False(string.IsNullOrWhiteSpace(own), phrase.Name);

            // A date written out in Arabic is followed by its digits.
            Assert.Equal(Values(swedish), Values(own).Where(value => value is not ("{isoDate}" or "{isoLastDay}")));
        }
    }

    private static IEnumerable<string> Values(string phrase) => Place().Matches(phrase).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
