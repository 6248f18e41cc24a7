using System.Buffers;
using System.Text;

namespace Notifieringar.Workflows.Importing;

/// <summary>
/// Finds out how a file's text is encoded: a byte order mark says so; else UTF-8 when the bytes are UTF-8; else Windows-1252, which is what
/// Swedish Excel writes for "CSV (semikolonavgränsad)".
/// </summary>
internal static class FileEncoding
{
    private const int ChunkBytes = 64 * 1024;
    private const int Windows1252 = 1252;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    static FileEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding; null when the file is not text. Reads the whole stream once, in chunks, and rewinds it.</summary>
    public static Encoding? Detect(Stream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            return Detect(file, buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            file.Position = 0;
        }
    }

    private static Encoding? Detect(Stream file, byte[] buffer)
    {
        file.Position = 0;
        var start = buffer.AsSpan(0, file.ReadAtLeast(buffer.AsSpan(0, 4), 4, throwOnEndOfStream: false));
        switch (start)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return Utf8;
            case [0xFF, 0xFE, ..]: return Encoding.Unicode;
            case [0xFE, 0xFF, ..]: return Encoding.BigEndianUnicode;
            // Workbooks: a zip archive (xlsx, ods) and the old compound file (xls).
            case [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0]: return null;
        }

        file.Position = 0;
        return ByContent(file, buffer);
    }

    // A single broken byte in a UTF-8 file must not turn every å in it into two signs, so the many decide.
    private static Encoding? ByContent(Stream file, byte[] buffer)
    {
        long wellFormed = 0, broken = 0;
        int kept = 0, read;
        while ((read = file.Read(buffer, kept, ChunkBytes - kept)) > 0 || kept > 0)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.Contains((byte)0))
            {
                return null;
            }

            var rest = Count(bytes, isLast: read == 0, ref wellFormed, ref broken);
            rest.CopyTo(buffer);
            kept = read == 0 ? 0 : rest.Length;
        }

        return broken == 0 || wellFormed > broken * 2 ? Utf8 : Encoding.GetEncoding(Windows1252);
    }

    private static ReadOnlySpan<byte> Count(ReadOnlySpan<byte> bytes, bool isLast, ref long wellFormed, ref long broken)
    {
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return [];
            }

            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.NeedMoreData && !isLast)
            {
                return bytes;
            }

            _ = status == OperationStatus.Done ? wellFormed++ : broken++;
            bytes = bytes[consumed..];
        }
    }
}
