using Azure.Data.Tables;
using Notifieringar.Model;
using Notifieringar.Records.Storage;

namespace Notifieringar.Records.People;

/// <summary>Turns ledger rows into notices and back.</summary>
internal static class NoticeRows
{
    public static TableEntity Of(PersonId person, Notice notice, string partition) => new(partition, Keys.Notice(person, notice.Key))
    {
        ["State"] = notice.State.ToString(),
        ["Language"] = notice.Language,
        ["Template"] = notice.TemplateVersion,
        ["ClaimedBy"] = notice.ClaimedBy,
        ["TextHash"] = notice.TextHash,
        ["FirstSent"] = notice.FirstSent?.ToDateTimeOffset(),
        ["SkipReason"] = notice.SkipReason?.ToString(),
        ["RecordedAt"] = notice.RecordedAt?.ToDateTimeOffset(),
        ["TouchedAt"] = notice.TouchedAt?.ToDateTimeOffset(),
        ["Returns"] = notice.Returns > 0 ? notice.Returns : null, // a merge keeps what it does not name: a new claim does not forget returns
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
            ReceiptsOf(row).StateOf(Sent(row)),
            parsed.Channel,
            row.GetString("Language") ?? "",
            row.GetString("Template") ?? "",
            row.GetString("ClaimedBy") ?? "",
            row.GetString("TextHash"),
            row.GetInstant("FirstSent"),
            row.GetString("SkipReason") is { Length: > 0 } reason ? Enum.Parse<SkipReason>(reason) : null,
            row.GetInstant("RecordedAt"),
            row.ETag.ToString("G"),
            row.GetString("Run"),
            row.GetInt32("Returns") ?? 0,
            row.GetInstant("TouchedAt"));
    }

    /// <summary>What receipts write: one property for each kind, so that they overwrite neither a send nor each other. One row for a notice,
    /// because a transaction may name a row once.</summary>
    public static IEnumerable<TableEntity> Merged(IEnumerable<NoticeReceipt> receipts, string partition) =>
        receipts.GroupBy(receipt => Keys.Notice(receipt.Person, receipt.Key)).Select(notice =>
        {
            var row = new TableEntity(partition, notice.Key);
            foreach (var receipt in notice.OrderBy(receipt => receipt.At))
            {
                row[PropertyOf(receipt.Kind)] = receipt.At.ToDateTimeOffset();
                row["ReceiptCode"] = receipt.Code ?? row.GetString("ReceiptCode");
            }

            return row;
        });

    /// <summary>What the sender recorded, whatever receipts say.</summary>
    public static NoticeState Sent(TableEntity row) => Enum.Parse<NoticeState>(row.GetString("State") ?? "");

    private static Receipts ReceiptsOf(TableEntity row) => new(
        row.GetInstant(PropertyOf(ReceiptKind.Taken)),
        row.GetInstant(PropertyOf(ReceiptKind.Delivered)),
        row.GetInstant(PropertyOf(ReceiptKind.BouncedPermanent)),
        row.GetInstant(PropertyOf(ReceiptKind.BouncedTemporary)));

    private static string PropertyOf(ReceiptKind kind) => $"{kind}At";
}
