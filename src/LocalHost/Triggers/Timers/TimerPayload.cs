using System.Globalization;
using System.Text.Json.Nodes;

namespace Notifieringar.LocalHost.Triggers.Timers;

/// <summary>What the Functions host posts when a timer is due.</summary>
internal static class TimerPayload
{
    // The host's own text for "never": without an offset.
    private const string Never = "0001-01-01T00:00:00";

    /// <param name="functionName">Also in sys.MethodName.</param>
    /// <param name="bindingName">The trigger's name in function.json.</param>
    /// <param name="status">Null when the function does not use the monitor.</param>
    /// <param name="isPastDue">The run comes later than its schedule said.</param>
    /// <param name="now">For sys.UtcNow.</param>
    public static JsonObject Build(string functionName, string bindingName, TimerStatus? status, bool isPastDue, DateTimeOffset now) => new()
    {
        ["Data"] = new JsonObject
        {
            [bindingName] = new JsonObject
            {
                ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                ["ScheduleStatus"] = status is null
                    ? null
                    : new JsonObject
                    {
                        ["Last"] = status.Last is { } last ? Moment(last) : Never,
                        ["Next"] = Moment(status.Next),
                        ["LastUpdated"] = Moment(status.LastUpdated),
                    },
                ["IsPastDue"] = isPastDue,
            },
        },
        ["Metadata"] = new JsonObject { ["sys"] = InvocationJson.Sys(functionName, now) },
    };

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
