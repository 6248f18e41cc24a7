using Microsoft.Playwright;

namespace Notifieringar.Browser.Staff;

/// <summary>The editor of a text as an administrator with script sees it. It answers to the keyboard alone.</summary>
internal static class AnEditor
{
    /// <summary>Waits until the field has become an editor and the preview stands beside it.</summary>
    public static async Task ReadyAsync(AVisitor visitor)
    {
        await Words(visitor).WaitForAsync();
        await visitor.Page.FrameLocator("iframe[name='forhandsvisning']").Locator("main, body").First.WaitForAsync();
    }

    /// <summary>Writes the name of a value wrongly, and waits until that is found.</summary>
    public static async Task BrokenAsync(AVisitor visitor)
    {
        await ReadyAsync(visitor);
        await WriteAsync(visitor, "Hej {{ guardian.nam }}!");
        await visitor.Page.Locator(".findings li").First.WaitForAsync();
    }

    /// <summary>Writes other words in place of those that stand there.</summary>
    public static async Task WriteAsync(AVisitor visitor, string words)
    {
        await Words(visitor).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Control+A");
        await visitor.Page.Keyboard.InsertTextAsync(words);
    }

    /// <summary>Where one writes.</summary>
    public static ILocator Words(AVisitor visitor) => visitor.Page.Locator(".cm-content");
}
