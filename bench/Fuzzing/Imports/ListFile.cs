namespace Notifieringar.Bench.Fuzzing.Imports;

/// <summary>A list of families to try, as bytes.</summary>
internal sealed record ListFile(int Number, byte[] Bytes);
