using Notifieringar.Model;
using Notifieringar.Records.Chunks;
using Notifieringar.Records.Reaching;
using Notifieringar.Workflows.Dispatching;
using Notifieringar.Workflows.Reaching;

namespace Notifieringar.Workflows.TestMessages;

/// <summary>Whether a test message may leave: nobody can be flooded by them, and whoever wants nothing gets none.</summary>
/// <param name="stop">Whether sending is stopped.</param>
/// <param name="budget">How much of the minute is used.</param>
/// <param name="suppressions">Contacts that are not used.</param>
/// <param name="hashes">Hashes of contacts.</param>
/// <param name="options">The providers' limits.</param>
public sealed class TestPermits(StopSwitch stop, SendBudget budget, Suppressions suppressions, ContactHashes hashes, SendingOptions options)
{
    /// <summary>So many test messages and letters a minute for one unit, over all instances.</summary>
    public const int PerMinute = 6;

    /// <summary>Why another one may not be made now; null when it may.</summary>
    internal async Task<TestOutcome?> MakeAsync(UnitId unit, CancellationToken cancellation) =>
        await budget.TakeAsync($"test~{unit}", 1, PerMinute, cancellation).ConfigureAwait(false) is { } wait ? new TestOutcome.TooMany(wait) : null;

    /// <summary>Why it may not leave; null when it may.</summary>
    internal async Task<TestOutcome?> SendAsync(UnitId unit, Channel channel, string to, CancellationToken cancellation)
    {
        if (await stop.IsStoppedAsync(unit, cancellation).ConfigureAwait(false))
        {
            return new TestOutcome.Refused("Sending is stopped. Let it go on first.");
        }

        if (await IsClosedAsync(unit, channel, to, cancellation).ConfigureAwait(false))
        {
            return new TestOutcome.Refused("Nothing is sent there: its holder has asked for no more, or it does not work.");
        }

        var perMinute = channel == Channel.Sms ? options.SmsPerMinute : options.EmailsPerMinute;
        return await budget.TakeAsync(channel.ToString(), 1, perMinute, cancellation).ConfigureAwait(false) is { } wait
            ? new TestOutcome.TooMany(wait)
            : null;
    }

    private async Task<bool> IsClosedAsync(UnitId unit, Channel channel, string to, CancellationToken cancellation)
    {
        var hash = channel == Channel.Sms && PhoneNumber.TryParse(to, out var number, out _) ? hashes.Of(number)
            : EmailAddress.TryParse(to, out var address, out _) ? hashes.Of(address)
            : "";
        var closes = channel == Channel.Sms ? ClosedChannels.Sms : ClosedChannels.Email;
        return (await suppressions.ReadAsync(unit, cancellation).ConfigureAwait(false)).TryGetValue(hash, out var known) && known.Channels.HasFlag(closes);
    }
}
