using NodaTime;
using Notifieringar.Delivery.Sms;
using Notifieringar.Model;

namespace Notifieringar.Tests.Delivery.Sms;

internal static class SomeSms
{
    public static SmsToSend Notice() => new(
        "sixmonths~o-1~1~invite~sms",
        new PhoneNumber("+46701740605"),
        "Biblioteket",
        "Hej! Välkommen på besök tisdag kl. 10.",
        new Guid("8e2f6a34-54a7-4a1c-9a6a-4c5f0f9c7a11"),
        Instant.FromUtc(2026, 3, 2, 9, 59, 58));
}
