namespace Notifieringar.Web.Family;

/// <summary>Counts codes that do not exist by address and minute, so that codes cannot be tried by the thousand. Each process counts for
/// itself, and forgets after the minute; the length of a code is what really protects it.</summary>
/// <param name="time">Real time.</param>
internal sealed class GuessLimit(TimeProvider time)
{
    public const int PerMinute = 30;
    private const int MostAddresses = 50_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _guesses = new(StringComparer.Ordinal);
    private long _minute;

    public bool IsReached(string address)
    {
        lock (_lock)
        {
            Turn();
            return _guesses.GetValueOrDefault(address) >= PerMinute;
        }
    }

    public void Count(string address)
    {
        lock (_lock)
        {
            Turn();
            if (_guesses.Count < MostAddresses || _guesses.ContainsKey(address))
            {
                _guesses[address] = _guesses.GetValueOrDefault(address) + 1;
            }
        }
    }

    private void Turn()
    {
        var minute = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            _minute = minute;
            _guesses.Clear();
        }
    }
}
