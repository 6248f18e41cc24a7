using Notifieringar.Delivery.Email;
using Notifieringar.Model;

namespace Notifieringar.Tests.Delivery.Email;

internal static class SomeEmail
{
    public static EmailToSend Notice() => new(
        "summer~c-7~1~tips~email",
        new EmailAddress("anna@example.se"),
        "biblioteket@example.se",
        "Biblioteket i Sjöby",
        "svar@example.se",
        "Boktips för sommaren",
        "Hej!\nHär är våra boktips.",
        "<p>Hej!</p><p>Här är våra boktips.</p>",
        "https://notiser.example.se/u/abc123");
}
