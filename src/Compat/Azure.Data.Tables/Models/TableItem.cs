namespace Azure.Data.Tables.Models;

/// <summary>A table of an account.</summary>
public class TableItem
{
    /// <summary>Makes an item.</summary>
    public TableItem(string name)
    {
        Name = name;
    }

    /// <summary>The table's name.</summary>
    public string Name { get; }
}
