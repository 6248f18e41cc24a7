namespace Notifieringar.Bench.Simulating;

/// <summary>A country's evening.</summary>
/// <param name="Units">How many municipalities, each a unit.</param>
/// <param name="Notices">How many notices leave.</param>
/// <param name="Minutes">In how long.</param>
/// <param name="SmsPercent">How many of a hundred are SMS.</param>
/// <param name="LetterPercent">How many of a hundred are letters; the others are e-mails.</param>
/// <param name="LargestPercent">How many of a hundred are of the largest unit. Of Sweden's people about nine live in Stockholm.</param>
/// <param name="SmsResources">How many Communication Services resources send SMS.</param>
/// <param name="Instances">How many instances the function app may have.</param>
/// <param name="StorageMilliseconds">What one call of Azure's storage takes: an assumption, since none was measured.</param>
internal sealed record Country(
    int Units,
    int Notices,
    int Minutes,
    int SmsPercent,
    int LetterPercent,
    int LargestPercent,
    int SmsResources,
    int Instances,
    int StorageMilliseconds)
{
    public double Sms => Notices * SmsPercent / 100.0;

    public double Letters => Notices * LetterPercent / 100.0;

    public double OfLargest(double all) => all * LargestPercent / 100.0;
}

/// <summary>What was measured on this machine.</summary>
/// <param name="StorageCalls">Storage calls for a notice, a batch counted as one.</param>
/// <param name="ProcessorMicroseconds">Processor time of the function process for a notice.</param>
/// <param name="LettersPerSecond">Letters that one instance prints in a run.</param>
internal sealed record MeasuredCosts(double StorageCalls, double ProcessorMicroseconds, double LettersPerSecond);
