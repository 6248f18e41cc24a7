namespace Notifieringar.Scenarios.Api;

/// <summary>Programmes as an administrator writes them.</summary>
internal static class SomeProgrammes
{
    public const string Pickup = """
        {
          "id": "bokhamtning", "name": "Att hämta", "discretion": "D1", "occasion": { "kind": "pickup", "keepDays": 7 },
          "audience": { "who": "household" }, "answers": [],
          "steps": [
            { "id": "ready", "anchor": "planned", "offset": { "minutes": 30 }, "ladder": [{ "channel": "sms" }], "validFor": { "days": 5 }, "condition": "always" },
            { "id": "reminder", "anchor": "end", "offset": { "days": -3 }, "at": "10:00", "ladder": [{ "channel": "sms" }], "validFor": { "days": 2 }, "condition": "always" }
          ]
        }
        """;

    public const string PickupForSocialServices = """
        {
          "id": "soc-kort", "name": "Lånekort", "discretion": "D2", "occasion": { "kind": "pickup", "keepDays": 14 },
          "audience": { "who": "professional" }, "answers": [],
          "steps": [
            { "id": "ready", "anchor": "planned", "offset": {}, "ladder": [{ "channel": "email" }], "validFor": { "days": 5 }, "condition": "always" }
          ]
        }
        """;

    public const string BookBus = """
        {
          "id": "bokbuss", "name": "Bokbussen", "discretion": "D1", "occasion": { "kind": "stop", "minutes": 60, "oncePerRecipient": true },
          "audience": { "who": "organisation" }, "answers": [],
          "steps": [
            { "id": "invitation", "anchor": "planned", "offset": {}, "ladder": [{ "channel": "email" }], "validFor": { "days": 3 }, "condition": "always" }
          ]
        }
        """;

    public const string Greeting = """
        {
          "id": "hostlov", "name": "Höstlov på biblioteket", "discretion": "D1", "occasion": { "kind": "none" },
          "audience": { "who": "household" }, "answers": [],
          "steps": [
            {
              "id": "hello", "anchor": "planned", "offset": {}, "ladder": [{ "channel": "email" }, { "channel": "letter" }],
              "validFor": { "days": 3 }, "condition": "always", "touch": true
            }
          ]
        }
        """;
}
