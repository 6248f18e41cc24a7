namespace Scriban.Runtime;

/// <summary>Which .NET members are imported.</summary>
[Flags]
public enum ScriptMemberImportFlags
{
    /// <summary>Fields.</summary>
    Field = 1,

    /// <summary>Properties.</summary>
    Property = 2,

    /// <summary>Static methods.</summary>
    Method = 4,

    /// <summary>All of these.</summary>
    All = Field | Property | Method,

    /// <summary>Methods of instances.</summary>
    MethodInstance = 8,
}
