using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Notifieringar.Delivery;

/// <summary>How long a provider may take to answer one try.</summary>
internal static class AnswerTime
{
    public static int Seconds(IConfigurationSection settings, int otherwise) =>
        int.TryParse(settings["TimeoutSeconds"], CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : otherwise;
}
