using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace Notifieringar.Browser;

/// <summary>A web font (WOFF 1.0) as the plain font it was made of: npm carries web fonts, and a system's fonts must be plain ones.</summary>
internal static class WoffFile
{
    private const int HeaderLength = 44;
    private const int EntryLength = 20;
    private const int PlainHeaderLength = 12;
    private const int PlainEntryLength = 16;

    /// <summary>The plain font.</summary>
    /// <param name="woff">The web font.</param>
    public static byte[] Unpacked(byte[] woff)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(woff.AsSpan(12));
        var plain = new MemoryStream();
        plain.SetLength(PlainHeaderLength + (PlainEntryLength * count));
        var head = new byte[plain.Length];
        woff.AsSpan(4, 4).CopyTo(head); // flavour
        var largest = BitOperations.Log2(count);
        Write(head, 4, count, (ushort)(PlainEntryLength << largest), (ushort)largest, (ushort)(PlainEntryLength * (count - (1 << largest))));
        plain.Position = plain.Length;
        for (var table = 0; table < count; table++)
        {
            var entry = woff.AsSpan(HeaderLength + (EntryLength * table), EntryLength);
            var data = Table(woff, entry);
            var place = head.AsSpan(PlainHeaderLength + (PlainEntryLength * table), PlainEntryLength);
            entry[..4].CopyTo(place);
            entry[16..].CopyTo(place[4..]); // checksum
            BinaryPrimitives.WriteUInt32BigEndian(place[8..], (uint)plain.Position);
            BinaryPrimitives.WriteUInt32BigEndian(place[12..], (uint)data.Length);
            plain.Write(data);
            plain.Write(new byte[(4 - (data.Length % 4)) % 4]);
        }

        plain.Position = 0;
        plain.Write(head);
        return plain.ToArray();
    }

    private static byte[] Table(byte[] woff, ReadOnlySpan<byte> entry)
    {
        var (offset, packed, length) = (
            (int)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]),
            (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]),
            (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        if (packed == length)
        {
            return woff[offset..(offset + length)];
        }

        using var source = new ZLibStream(new MemoryStream(woff, offset, packed), CompressionMode.Decompress);
        var data = new byte[length];
        source.ReadExactly(data);
        return data;
    }

    private static void Write(byte[] target, int offset, params ReadOnlySpan<ushort> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target.AsSpan(offset), number);
            offset += 2;
        }
    }
}
