using System.Reflection;

namespace Notifieringar.Delivery.Letters.Layout;

/// <summary>The style sheet and the measuring script, embedded in this assembly.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
