using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Notifieringar.Functions;
using Notifieringar.Records.Imports;
using Notifieringar.Web.Api;

namespace Notifieringar.Tests.Functions;

/// <summary>How much is read of a body that does not say how long it is.</summary>
public sealed class BodyLimitTests
{
    private const int Limit = 100_000;

    [Theory]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public async Task ReadAsync_ABodyThatDoesNotSayHowLongItIs_IsReadUpToTheLimit(int length, bool isRead)
    {
        using var ofAFunction = await BoundedBody.ReadAsync(Request(length), Limit, CancellationToken.None);
        using var ofTheApi = await ApiBody.ReadAsync(Request(length), Limit, CancellationToken.None);

        Assert.Equal((isRead, isRead), (ofAFunction?.Length == length, ofTheApi?.Length == length));
        Assert.Equal((!isRead, !isRead), (ofAFunction is null, ofTheApi is null));
    }

    [Fact]
    public async Task RunAsync_AListOfMoreThan64MB_IsRefusedBeforeItIsReceived()
    {
        var import = new ReceiveImport(workflow: null!);

        var answer = await import.RunAsync(Request(ImportStore.LargestFile + 1), Some.Unit.Value, CancellationToken.None);

        Assert.Equal(64 * 1024 * 1024, ImportStore.LargestFile);
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, Assert.IsType<ProblemHttpResult>(answer).StatusCode);
    }

    private static HttpRequest Request(long length)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new Zeros(length);
        return request;
    }

    /// <summary>A body of so many zeros that takes no memory itself.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(_left, count);
            buffer.AsSpan(offset, read).Clear();
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
