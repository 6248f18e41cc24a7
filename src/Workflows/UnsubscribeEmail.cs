using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Records.People;
using Notifieringar.Records.Reaching;
using Notifieringar.Records.Storage;
using Notifieringar.Workflows.Answers;
using Notifieringar.Workflows.Definitions;

namespace Notifieringar.Workflows;

/// <summary>Closes the e-mail channel of whoever a token from an e-mail belongs to (RFC 8058).</summary>
/// <param name="tokens">Tokens.</param>
/// <param name="people">People.</param>
/// <param name="definitions">Units.</param>
/// <param name="close">Closes channels.</param>
/// <param name="logger">Log.</param>
public sealed partial class UnsubscribeEmail(
    UnsubscribeTokens tokens, ChannelClosing people, DefinitionCache definitions, CloseChannel close, ILogger<UnsubscribeEmail> logger)
{
    /// <summary>The language of whom a token belongs to. Changes nothing.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>BCP 47 tag; null when it is unknown, and for an unknown token.</returns>
    public async Task<string?> LanguageAsync(string token, CancellationToken cancellation) =>
        await HolderAsync(token, cancellation).ConfigureAwait(false) is { } holder
            ? (await people.ReadAsync(holder.Unit, holder.Shard, holder.Person, about: null, cancellation).ConfigureAwait(false))?.Person.Language
            : null;

    /// <summary>Closes the channel. An unknown token closes nothing, and nobody is told.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>When it is closed.</returns>
    public async Task RunAsync(string token, CancellationToken cancellation)
    {
        if (await HolderAsync(token, cancellation).ConfigureAwait(false) is not { } holder)
        {
            return;
        }

        var outcome = await close.ForHolderAsync(
            holder.Unit, holder.Shard, holder.Person, Channel.Email, SuppressionReason.OptedOut, hash: null, cancellation).ConfigureAwait(false);
        Log.Unsubscribed(logger, holder.Unit, outcome);
    }

    private async Task<(UnitId Unit, string Shard, PersonId Person)?> HolderAsync(string token, CancellationToken cancellation) =>
        tokens.Read(token) is var (unit, person) && await definitions.FindUnitAsync(unit, cancellation).ConfigureAwait(false) is { } rules
            ? (unit, Keys.Shard(person, rules.Shards), person)
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Unit {Unit}: somebody unsubscribed from e-mail: {Outcome}.")]
        public static partial void Unsubscribed(ILogger logger, UnitId unit, Reaching.CloseOutcome outcome);
    }
}
