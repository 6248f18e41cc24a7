using System.Buffers.Binary;
using System.Text;

namespace Notifieringar.Scenarios.Watching;

/// <summary>The fields of one protobuf message, in order: as much of the wire format as OTLP uses.</summary>
internal readonly record struct ProtobufField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    public double Number64 => BitConverter.UInt64BitsToDouble(Value);

    public static IEnumerable<ProtobufField> In(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Next(message.Span, ref at);
            var (number, wire) = ((int)(key >> 3), (int)(key & 7));
            switch (wire)
            {
                case Varint:
                    yield return new ProtobufField(number, Next(message.Span, ref at), default);
                    break;
                case Fixed64:
                    yield return new ProtobufField(number, BinaryPrimitives.ReadUInt64LittleEndian(message.Span[at..]), default);
                    at += sizeof(ulong);
                    break;
                case Delimited:
                    var length = (int)Next(message.Span, ref at);
                    yield return new ProtobufField(number, 0, message.Slice(at, length));
                    at += length;
                    break;
                case Fixed32:
                    yield return new ProtobufField(number, BinaryPrimitives.ReadUInt32LittleEndian(message.Span[at..]), default);
                    at += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException($"Wire type {wire} is not known.");
            }
        }
    }

    /// <summary>The messages inside a message that lie under a path of field numbers.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Under(ReadOnlyMemory<byte> message, params int[] path) => path.Aggregate(
        (IEnumerable<ReadOnlyMemory<byte>>)[message],
        (messages, number) => messages.SelectMany(one => In(one).Where(field => field.Number == number).Select(field => field.Bytes)));

    private static ulong Next(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
