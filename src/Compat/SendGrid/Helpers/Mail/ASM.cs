using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>The unsubscribe group of the e-mail.</summary>
public class ASM
{
    /// <summary>The group.</summary>
    [JsonPropertyName("group_id")]
    public int GroupId { get; set; }

    /// <summary>The groups shown on the preferences page.</summary>
    [JsonPropertyName("groups_to_display")]
    public List<int> GroupsToDisplay { get; set; }
}
