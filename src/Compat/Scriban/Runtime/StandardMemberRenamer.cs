using System.Reflection;
using System.Text;

namespace Scriban.Runtime;

/// <summary>Names a .NET member for templates.</summary>
public delegate string MemberRenamerDelegate(MemberInfo member);

/// <summary>Whether templates see a .NET member.</summary>
public delegate bool MemberFilterDelegate(MemberInfo member);

/// <summary>The usual names: DueDate is due_date, ISBN13 is isbn13.</summary>
public sealed class StandardMemberRenamer
{
    /// <summary>The usual names as a delegate.</summary>
    public static readonly MemberRenamerDelegate Default = Rename;

    /// <summary>The usual name of a member.</summary>
    public static string Rename(MemberInfo member) => Rename(member.Name);

    /// <summary>Lower case, with an underscore in front of each run of capitals that follows something else.</summary>
    public static string Rename(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        var afterUpper = false;
        foreach (var c in name)
        {
            var isUpper = char.IsUpper(c);
            if (isUpper && !afterUpper && result.Length > 0 && result[^1] != '_')
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
            afterUpper = isUpper;
        }

        return result.ToString();
    }
}
