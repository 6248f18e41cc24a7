namespace Notifieringar.LocalHost;

/// <summary>A file that readers see either as it was or as it is, never half written.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        var next = path + ".next";
        File.WriteAllText(next, text);
        File.Move(next, path, overwrite: true);
    }
}
