using Notifieringar.Model;
using Notifieringar.Workflows.Reporting;

namespace Notifieringar.Tests.Workflows.Reporting;

public sealed class ApiNoticesTests
{
    [Theory]
    [InlineData(SkipReason.Protected, "Silenced")]
    [InlineData(SkipReason.Deceased, "Silenced")]
    [InlineData(SkipReason.OptedOut, "Silenced")]
    [InlineData(SkipReason.CustodyLost, "Silenced")]
    [InlineData(SkipReason.Moved, "Silenced")]
    [InlineData(SkipReason.Answered, "Answered")]
    [InlineData(null, null)]
    public void ReasonOf_WhySomebodyIsSilent_IsNotTold(SkipReason? reason, string? told) => Assert.Equal(told, ApiNotices.ReasonOf(reason));

    [Fact]
    public void Reasons_OfAListThatMayHoldOnePerson_AreToldTogether()
    {
        var told = ApiNotices.Reasons(new Dictionary<string, int> { ["Protected"] = 1, ["Deceased"] = 2, ["AlreadyInvited"] = 3 });

        Assert.Equal([KeyValuePair.Create("AlreadyInvited", 3), KeyValuePair.Create("Silenced", 3)], told);
    }
}
