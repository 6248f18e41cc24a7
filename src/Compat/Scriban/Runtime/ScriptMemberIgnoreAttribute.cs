namespace Scriban.Runtime;

/// <summary>Hides a .NET member from templates.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public class ScriptMemberIgnoreAttribute : Attribute
{
}
