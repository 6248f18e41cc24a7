using System.Text.Json;
using Notifieringar.Web.Staff.Pages;
using Notifieringar.Workflows.Campaigns;
using NodaTime;

namespace Notifieringar.Tests.Web;

public sealed class CampaignFormTests
{
    private static readonly LocalDateTime Now = new(2027, 2, 1, 9, 0);

    [Fact]
    public void Json_WhatIsTypedAsPeopleType_IsACampaign()
    {
        var form = CampaignForm.Empty with
        {
            Starts = ["2027-03-02T18:00", " 2027-03-09 18.30 ", ""],
            Place = " Åsinge bibliotek ",
            VoteOn = "Ronja\r\n\r\n Pippi \r\n",
            PostalCodes = "998 10, 997;9\n96",
            Languages = ["sv", "ar"],
        };

        var (draft, fault) = CampaignDraft.Read(form.Json("letterbox-kvall", "anna"), Now);

        Assert.Null(fault);
        Assert.Equal([new LocalDateTime(2027, 3, 2, 18, 0), new LocalDateTime(2027, 3, 9, 18, 30)], draft!.Starts);
        Assert.Equal(("letterbox-kvall", null, "Åsinge bibliotek", null, null, "anna", Now), (draft.Programme, draft.Step, draft.Place, draft.Text, draft.Link, draft.By, draft.StartsAt));
        Assert.Equal(["Ronja", "Pippi"], draft.VoteOn);
        Assert.Equal(["99810", "997", "9", "96"], draft.Audience.PostalCodes);
        Assert.Equal(["sv", "ar"], draft.Audience.Languages);
    }

    [Theory]
    [InlineData("{ \"place\": \"Torget 260801-1231\" }", CampaignMistake.PersonalIdentityNumber)]
    [InlineData("{ \"voteOn\": [\"260801-1231\"] }", CampaignMistake.PersonalIdentityNumber)]
    [InlineData("{ \"link\": \"http://example.se\" }", CampaignMistake.Link)]
    [InlineData("{ \"starts\": [\"i morgon\"] }", CampaignMistake.Times)]
    [InlineData("{ \"audience\": { \"postalCodes\": [\"998 10\"] } }", CampaignMistake.PostalCodes)] // as words it would reach 998.. and 10..
    [InlineData("{ \"audience\": { \"postalCodes\": [\"\"] } }", CampaignMistake.PostalCodes)]
    [InlineData("{ \"audience\": { \"languages\": [\"sv ar\"] } }", CampaignMistake.Languages)]
    [InlineData("{ \"audience\": { \"people\": [\"någon\"] } }", CampaignMistake.People)]
    public void Read_WhatIsToBeMended_IsSaid(string given, CampaignMistake mistake)
    {
        var written = JsonSerializer.Deserialize<Dictionary<string, object>>(given)!;
        (written["programme"], written["by"]) = ("babycafe", "anna");

        var (draft, fault) = CampaignDraft.Read(JsonSerializer.Serialize(written), Now);

        Assert.Null(draft);
        Assert.Equal(mistake, fault!.Mistake);
    }
}
