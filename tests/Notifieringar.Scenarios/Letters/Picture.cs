using System.Buffers.Binary;
using System.IO.Compression;

namespace Notifieringar.Scenarios.Letters;

/// <summary>A decoded PNG (8-bit RGB or RGBA, not interlaced) that can be asked where there is ink.</summary>
internal sealed class Picture
{
    private readonly byte[] _light;

    private Picture(int width, int height, byte[] light) => (Width, Height, _light) = (width, height, light);

    public int Width { get; }

    public int Height { get; }

    /// <summary>The number of pixels darker than a tinted background in the rectangle [x0, x1) × [y0, y1).</summary>
    public int Ink(double x0, double y0, double x1, double y1)
    {
        var count = 0;
        for (var y = Math.Max(0, (int)y0); y < Math.Min(Height, (int)y1); y++)
        {
            for (var x = Math.Max(0, (int)x0); x < Math.Min(Width, (int)x1); x++)
            {
                count += _light[(y * Width) + x] < 200 ? 1 : 0;
            }
        }

        return count;
    }

    public static Picture Decode(ReadOnlySpan<byte> png)
    {
        using var packed = new MemoryStream();
        int width = 0, height = 0, channels = 0;
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            var data = png.Slice(at + 8, length);
            if (png.Slice(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Assert.True(data[8] == 8 && data[12] == 0, "8 bits, not interlaced");
                channels = data[9] switch { 2 => 3, 6 => 4, _ => throw new InvalidDataException("RGB or RGBA") };
            }
            else if (png.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        return new Picture(width, height, Light(unpacked, width, height, channels));
    }

    private static byte[] Light(Stream rows, int width, int height, int channels)
    {
        var light = new byte[width * height];
        byte[] above = new byte[width * channels], row = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            for (var i = 0; i < row.Length; i++)
            {
                int left = i < channels ? 0 : row[i - channels], corner = i < channels ? 0 : above[i - channels];
                row[i] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Paeth(left, above[i], corner),
                    _ => throw new InvalidDataException("filter"),
                });
            }

            for (var x = 0; x < width; x++)
            {
                light[(y * width) + x] = (byte)((row[x * channels] + row[(x * channels) + 1] + row[(x * channels) + 2]) / 3);
            }

            (above, row) = (row, above);
        }

        return light;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - above), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
