using Notifieringar.Tests.Compat.Scriban;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>A text to try and the golden case whose model, includes and options it is tried with.</summary>
internal sealed record FuzzTemplate(int Number, string Text, CorpusCase Setting);
