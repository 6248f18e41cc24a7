using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Notifieringar.Tests.Compat.Scriban;

/// <summary>The .NET objects and functions that cases with the option host find among their variables.</summary>
internal static class HostValues
{
    public enum Channel
    {
        Letter,
        Sms,
        Email,
    }

    public static void Register(ScriptObject global)
    {
        global["host_loan"] = new HostLoan();
        global["host_list"] = new List<object?> { "x", 2, null };
        global["host_array"] = new[] { "p", "q", "r" };
        global["host_dict"] = new Dictionary<string, int> { ["böcker"] = 3, ["filmer"] = 1 };
        global["host_channel"] = Channel.Email;
        global["raw_args"] = new RawArguments();
        global["lib"] = new LibraryFunctions();
        global.Import("twice", (int number) => number * 2);
        global.Import("greet", (string name) => $"Hej {name}!");
        global.Import("add_up", (int first, double second) => first + second);
        global.Import("ping", () => "pong");
    }

    public sealed class HostBranch
    {
        public string Name { get; set; } = "Stadsbiblioteket";

        public string City { get; init; } = "Göteborg";

        public int[] OpenDays { get; } = [1, 2, 3, 4, 5, 6];
    }

    public sealed class HostLoan
    {
        public const string Kind = "book";

        public readonly string Shelf = "Hce";

        public static string StaticNote => "static";

        public string Title { get; set; } = "Gösta Berlings saga";

        public int RenewalCount { get; set; } = 2;

        public DateTime DueDate { get; set; } = new(2026, 3, 5);

        public decimal FeePerDay { get; set; } = 2.50m;

        public Channel PreferredChannel { get; set; } = Channel.Sms;

        public HostBranch Branch { get; set; } = new();

        public string ISBN13 { get; set; } = "9789100123456";

        public bool IsOverdue => RenewalCount > 0;

        public string ReadOnlyNote { get; } = "read-only";

        public string PrivateSetter { get; private set; } = "ps";

        public string WriteOnlyNote
        {
            set => SecretNote = value;
        }

        [ScriptMemberIgnore]
        public string Ignored { get; set; } = "ignored";

        public List<string> Notes { get; } = ["a", "b"];

        public Dictionary<string, object> Extra { get; } = new() { ["shelf_mark"] = "Hce.01", ["Count"] = 7 };

        internal string InternalNote { get; set; } = "internal";

        private string SecretNote { get; set; } = "secret";

        public string Describe() => "method must not be callable" + SecretNote;
    }

    /// <summary>Echoes what it was called with.</summary>
    private sealed class RawArguments : IScriptCustomFunction
    {
        public int RequiredParameterCount => 0;

        public int ParameterCount => 0;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "arg");

        public object Invoke(TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
        {
            var parts = new List<string>();
            foreach (var argument in arguments)
            {
                parts.Add(context.ObjectToString(argument, true));
            }

            foreach (var name in arguments.GetMembers().Where(name => name != "size"))
            {
                arguments.TryGetValue(context, default, name, out var value);
                parts.Add($"{name}={context.ObjectToString(value, true)}");
            }

            return $"({string.Join(',', parts)}){Block(context, blockStatement)}";
        }

        public ValueTask<object> InvokeAsync(
            TemplateContext context, ScriptNode callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));

        private static string Block(TemplateContext context, ScriptBlockStatement? block)
        {
            if (block is null)
            {
                return "";
            }

            context.PushOutput();
            context.Evaluate(block);
            return "|block:" + context.PopOutput();
        }
    }

    public sealed class LibraryFunctions : ScriptObject
    {
        public static readonly int MaxRenewals = 3;

        public static string ShelfLabel(string code, string prefix = "Hylla", bool upper = false) =>
            upper ? $"{prefix} {code}".ToUpperInvariant() : $"{prefix} {code}";

        public static decimal LateFee(int days, decimal perDay = 2.5m) => days * perDay;

        public static string JoinAll(string sep, params object[] items) => string.Join(sep, items);

        public static string Where(TemplateContext context, SourceSpan span, string label) =>
            string.Create(CultureInfo.InvariantCulture, $"{label}@{span.Start.Line + 1}:{span.Start.Column + 1}");

        public static void LogNothing(string text)
        {
        }

        public static string Boom(string text) => throw new InvalidOperationException("boom: " + text);
    }
}
