using System.Globalization;

namespace Notifieringar.Scenarios.Watching;

/// <summary>A span as it was received.</summary>
internal sealed record SeenSpan(
    string Trace, string Id, string Parent, string Name, ulong Began, ulong Ended, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<(string Trace, string Span)> Links)
{
    public string? Tag(string name) => Tags.GetValueOrDefault($"notifieringar.{name}");

    public bool IsLinkedTo(SeenSpan span) => Links.Contains((span.Trace, span.Id));
}

/// <summary>A measured value as it was last received: a count, or how many times something was measured.</summary>
internal sealed record SeenPoint(string Metric, string Unit, string Description, string Service, IReadOnlyDictionary<string, string> Tags, long Value);

/// <summary>Reads OTLP messages by their field numbers.</summary>
internal static class Seen
{
    public static IEnumerable<SeenSpan> Spans(ReadOnlyMemory<byte> body) => ProtobufField.Under(body, 1, 2, 2).Select(Span);

    public static IEnumerable<SeenPoint> Points(ReadOnlyMemory<byte> body) =>
        from resource in ProtobufField.Under(body, 1)
        let service = Tags(ProtobufField.Under(resource, 1, 1)).GetValueOrDefault("service.instance.id", "")
        from metric in ProtobufField.Under(resource, 2, 2)
        from point in PointsOf(metric, service)
        select point;

    /// <summary>Category and text of log entries, and the trace they stand in.</summary>
    public static IEnumerable<(string Category, string Text, string Trace)> Logs(ReadOnlyMemory<byte> body) =>
        from scope in ProtobufField.Under(body, 1, 2)
        let category = ProtobufField.Under(scope, 1).SelectMany(ProtobufField.In).First(field => field.Number == 1).Text
        from record in ProtobufField.Under(scope, 2)
        let text = ProtobufField.Under(record, 5).Select(Value).First()
        let trace = ProtobufField.In(record).Where(field => field.Number == 9).Select(field => field.Hex).FirstOrDefault("")
        select (category, text, trace);

    private static SeenSpan Span(ReadOnlyMemory<byte> message)
    {
        var fields = ProtobufField.In(message).ToLookup(field => field.Number);
        return new SeenSpan(
            fields[1].First().Hex,
            fields[2].First().Hex,
            fields[4].Select(field => field.Hex).FirstOrDefault(""),
            fields[5].First().Text,
            fields[7].First().Value,
            fields[8].First().Value,
            Tags(fields[9].Select(field => field.Bytes)),
            [.. fields[13].Select(field => (Hex(field.Bytes, 1), Hex(field.Bytes, 2)))]);
    }

    private static IEnumerable<SeenPoint> PointsOf(ReadOnlyMemory<byte> metric, string service)
    {
        var fields = ProtobufField.In(metric).ToLookup(field => field.Number);
        string Text(int number) => fields[number].Select(field => field.Text).FirstOrDefault("");

        // A gauge, a sum and a histogram keep their points in field 1; a number's tags stand in 7 and its whole value in 6, a histogram's in 9 and 4.
        return from kind in new[] { (Field: 5, Tags: 7, Value: 6), (Field: 7, Tags: 7, Value: 6), (Field: 9, Tags: 9, Value: 4) }
               from data in fields[kind.Field]
               from point in ProtobufField.Under(data.Bytes, 1)
               let value = ProtobufField.In(point).First(field => field.Number == kind.Value).Value
               select new SeenPoint(Text(1), Text(3), Text(2), service, Tags(ProtobufField.Under(point, kind.Tags)), (long)value);
    }

    private static Dictionary<string, string> Tags(IEnumerable<ReadOnlyMemory<byte>> pairs) => pairs.ToDictionary(
        pair => ProtobufField.In(pair).First(field => field.Number == 1).Text,
        pair => Value(ProtobufField.Under(pair, 2).First()),
        StringComparer.Ordinal);

    private static string Value(ReadOnlyMemory<byte> any) => ProtobufField.In(any).Select(field => field.Number switch
    {
        1 => field.Text,
        2 => field.Value == 1 ? "true" : "false",
        4 => field.Number64.ToString(CultureInfo.InvariantCulture),
        _ => ((long)field.Value).ToString(CultureInfo.InvariantCulture),
    }).FirstOrDefault("");

    private static string Hex(ReadOnlyMemory<byte> message, int number) => ProtobufField.In(message).First(field => field.Number == number).Hex;
}
