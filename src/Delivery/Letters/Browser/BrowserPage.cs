using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notifieringar.Delivery.Letters.Browser;

/// <summary>One page of the browser: takes a document, runs our measuring script in it, and prints it.</summary>
internal sealed class BrowserPage(ChromiumProcess browser, string target, string session)
{
    /// <summary>Shows the document as it will be printed.</summary>
    public async Task ShowAsync(string html, CancellationToken cancellationToken)
    {
        await SendAsync("Page.enable", null, cancellationToken);
        await SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" }, cancellationToken);
        var tree = await SendAsync("Page.getFrameTree", null, cancellationToken);
        var frame = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
        await SendAsync("Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = html }, cancellationToken);
    }

    /// <summary>Evaluates a script of ours and returns its value.</summary>
    public async Task<JsonElement> EvaluateAsync(string script, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject
        {
            ["expression"] = script,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        }, cancellationToken);
        return answer.TryGetProperty("exceptionDetails", out var problem)
            ? throw new InvalidOperationException($"The measuring script failed: {problem.GetRawText()}")
            : answer.GetProperty("result").GetProperty("value");
    }

    /// <summary>Prints the page to a tagged PDF. The style sheet decides size and margins.</summary>
    public async Task<byte[]> PrintAsync(CancellationToken cancellationToken)
    {
        var printed = await SendAsync("Page.printToPDF", new JsonObject
        {
            ["preferCSSPageSize"] = true,
            ["printBackground"] = true,
            ["generateTaggedPDF"] = true,
            ["generateDocumentOutline"] = false,
            ["marginTop"] = 0,
            ["marginBottom"] = 0,
            ["marginLeft"] = 0,
            ["marginRight"] = 0,
            ["transferMode"] = "ReturnAsStream",
        }, cancellationToken);
        var stream = printed.GetProperty("stream").GetString();
        using var pdf = new MemoryStream();
        for (var more = true; more;)
        {
            var chunk = await SendAsync("IO.read", new JsonObject { ["handle"] = stream, ["size"] = 1 << 20 }, cancellationToken);
            pdf.Write(chunk.GetProperty("base64Encoded").GetBoolean()
                ? chunk.GetProperty("data").GetBytesFromBase64()
                : System.Text.Encoding.Latin1.GetBytes(chunk.GetProperty("data").GetString()!));
            more = !chunk.GetProperty("eof").GetBoolean();
        }

        await SendAsync("IO.close", new JsonObject { ["handle"] = stream }, cancellationToken);
        return pdf.ToArray();
    }

    /// <summary>A PNG of a part of the page, in CSS pixels (96 to the inch).</summary>
    public async Task<byte[]> PictureAsync(double x, double y, double width, double height, double scale, CancellationToken cancellationToken)
    {
        var clip = new JsonObject { ["x"] = x, ["y"] = y, ["width"] = width, ["height"] = height, ["scale"] = scale };
        var picture = await SendAsync("Page.captureScreenshot", new JsonObject
        {
            ["format"] = "png",
            ["clip"] = clip,
            ["captureBeyondViewport"] = true,
        }, cancellationToken);
        return picture.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>Closes the page and gives its memory back.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) =>
        browser.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = target }, null, cancellationToken);

    private Task<JsonElement> SendAsync(string method, JsonObject? parameters, CancellationToken cancellationToken) =>
        browser.SendAsync(method, parameters, session, cancellationToken);
}
