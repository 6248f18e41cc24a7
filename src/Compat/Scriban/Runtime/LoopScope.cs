namespace Scriban.Runtime;

internal enum LoopKind : byte
{
    For,
    While,
    TableRow,
}

/// <summary>A running loop: its variable and what for.index and the like tell.</summary>
internal sealed class LoopScope(LoopKind kind)
{
    public LoopKind Kind { get; } = kind;

    public string Name { get; set; }

    public object Value { get; set; }

    public int Index { get; set; }

    public int Length { get; set; }

    public int Column { get; set; }

    public bool Changed { get; set; }
}

internal struct LoopOptions
{
    public int Offset;
    public int Limit;
    public int Columns;
    public bool Reversed;
}
