using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Everything that a template finds without being given it. Contexts share one table until they write to it.</summary>
public class BuiltinFunctions : ScriptObject
{
    /// <summary>Creates a set of built-ins.</summary>
    public BuiltinFunctions() => ShareMembersOf(Prototype.Members);

    internal static ScriptObject Create() => new BuiltinFunctions();

    private static class Prototype
    {
        public static readonly ScriptObject Members = Build();

        private static ScriptObject Build()
        {
            var members = new ScriptObject();
            Add(members, "array", new ArrayFunctions());
            members.SetValue("empty", EmptyScriptObject.Default, readOnly: false);
            members.SetValue("blank", EmptyScriptObject.Default, readOnly: false);
            members.SetValue("include", new IncludeFunction(), readOnly: true);
            members.SetValue("include_join", new IncludeJoinFunction(), readOnly: true);
            Add(members, "date", new DateTimeFunctions());
            Add(members, "html", new HtmlFunctions());
            Add(members, "math", new MathFunctions());
            Add(members, "object", new ObjectFunctions());
            Add(members, "regex", new RegexFunctions());
            Add(members, "string", new StringFunctions());
            Add(members, "timespan", new TimeSpanFunctions());
            return members;
        }

        private static void Add(ScriptObject members, string name, ScriptObject group)
        {
            group.Share();
            members.SetValue(name, group, readOnly: false);
        }
    }
}
