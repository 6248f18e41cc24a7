using Notifieringar.Model;
using Notifieringar.Records.Campaigns;
using Notifieringar.Records.Storage;

namespace Notifieringar.Scenarios.Faults;

/// <summary>The campaign is done and counts right, everybody meant was invited, and who answered is heard.</summary>
internal sealed class StoryHourProof(
    FaultCampaign campaign, FaultStoryHour storyHour, IReadOnlyDictionary<PersonId, DateTimeOffset> silenced, StormAnswers answers)
{
    private readonly List<string> _broken = [];

    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<Recipient> people, Tables tables, CancellationToken cancellation)
    {
        var meant = campaign.Invited.ToHashSet();
        var invited = people
            .Select(person => (Person: person, Invitation: person.Invitations.SingleOrDefault(one => one.Occasion == storyHour.Occasion.Id)))
            .Where(one => one.Invitation is not null)
            .ToDictionary(one => one.Person.Person.Id, one => (one.Person, Invitation: one.Invitation!));
        Check(invited.Keys.All(meant.Contains), "Somebody is invited who was not meant.");
        foreach (var person in meant.Where(person => !invited.ContainsKey(person)))
        {
            Check(silenced.ContainsKey(person), $"{person} was not invited.");
        }

        foreach (var (id, (person, invitation)) in invited.Where(one => !silenced.ContainsKey(one.Key)))
        {
            Answered(person, invitation, answers.Given.GetValueOrDefault(id));
        }

        var row = await new CampaignTable(tables).FindAsync(FaultCampaign.Unit, storyHour.Campaign, cancellation);
        Check(row?.State == CampaignState.Done, $"The campaign is {row?.State}.");
        Check(row?.Result?.Invited == invited.Count, $"The campaign counts {row?.Result?.Invited} invited, the ledger {invited.Count}.");
        return _broken;
    }

    private void Answered(Recipient person, Invitation invitation, Answer given)
    {
        Check(invitation.Answer == given, $"{person.Person.Id} said {given} to the story hour, and the ledger says {invitation.Answer}.");
        Check(person.Notices.Any(notice => notice.Key.Occasion == storyHour.Occasion.Id.Value && notice.Key.Step == "invitation"), $"{person.Person.Id} has no invitation in the ledger.");
        var reminders = person.Notices.Where(notice => notice.Key.Step == FaultStoryHour.Reminder).ToList();
        Check(given != Answer.Yes || reminders.Any(notice => notice.State != NoticeState.Skipped), $"{person.Person.Id} said yes and is not reminded.");
        Check(given == Answer.Yes || reminders.All(notice => notice.State == NoticeState.Skipped), $"{person.Person.Id} said {given} and is reminded.");
    }

    private void Check(bool kept, string broken)
    {
        if (!kept)
        {
            _broken.Add(broken);
        }
    }
}
