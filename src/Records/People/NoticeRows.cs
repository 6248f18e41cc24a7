using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;
using NodaTime;

namespace Notifieringar.Records.People;

/// <summary>Turns ledger rows into notices and back.</summary>
internal static class NoticeRows
{
    public static TableEntity Of(PersonId person, Notice notice, string partition) => new(partition, Keys.Notice(person, notice.Key))
    {
        ["State"] = notice.State.ToString(),
        ["Language"] = notice.Language,
        ["Template"] = notice.TemplateVersion,
        ["Epoch"] = notice.Epoch,
        ["TextHash"] = notice.TextHash,
        ["FirstSent"] = notice.FirstSent?.ToDateTimeOffset(),
        ["SkipReason"] = notice.SkipReason?.ToString(),
    };

    /// <summary>What a send writes: the properties a receipt does not.</summary>
    public static TableEntity Of(NoticeResult result, string partition) => new(partition, Keys.Notice(result.Person, result.Key))
    {
        ["State"] = result.State.ToString(),
        ["RecordedAt"] = result.At.ToDateTimeOffset(),
        ["ProviderId"] = result.ProviderId,
        ["Code"] = result.Code,
        ["SkipReason"] = result.Reason?.ToString(),
        ["Run"] = result.Run,
    };

    public static Notice Notice(TableEntity row, string key)
    {
        var parsed = NoticeKey.Parse(key);
        return new Notice(
            parsed,
            Enum.Parse<NoticeState>(row.GetString("State") ?? ""),
            parsed.Channel,
            row.GetString("Language") ?? "",
            row.GetString("Template") ?? "",
            row.GetInt32("Epoch") ?? 0,
            row.GetString("TextHash"),
            row.GetInstant("FirstSent"),
            row.GetString("SkipReason") is { } reason ? Enum.Parse<SkipReason>(reason) : null);
    }
}

/// <summary>What became of a claimed notice.</summary>
/// <param name="Person">The person.</param>
/// <param name="Key">The notice.</param>
/// <param name="State">Its new state.</param>
/// <param name="At">When, on the clock that decides what is due.</param>
/// <param name="ProviderId">The provider's id of the message; null when none.</param>
/// <param name="Code">The provider's code; never personal data.</param>
/// <param name="Reason">Why it was not sent.</param>
/// <param name="Run">The letter run and part it is printed in.</param>
/// <param name="From">The state it is known to leave.</param>
public sealed record NoticeResult(
    PersonId Person,
    NoticeKey Key,
    NoticeState State,
    Instant At,
    string? ProviderId = null,
    string? Code = null,
    SkipReason? Reason = null,
    string? Run = null,
    NoticeState From = NoticeState.Claimed);
