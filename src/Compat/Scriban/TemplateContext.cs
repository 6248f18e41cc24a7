using System.Globalization;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Answers for a variable that is not there.</summary>
/// <param name="context">The context.</param>
/// <param name="span">Where it is read.</param>
/// <param name="variable">The variable.</param>
/// <param name="value">Its value.</param>
/// <returns>True when there is one.</returns>
public delegate bool TryGetVariableDelegate(TemplateContext context, SourceSpan span, ScriptVariable variable, out object value);

/// <summary>Answers for a member that is not there.</summary>
/// <param name="context">The context.</param>
/// <param name="span">Where it is read.</param>
/// <param name="target">The object.</param>
/// <param name="member">The member.</param>
/// <param name="value">Its value.</param>
/// <returns>True when there is one.</returns>
public delegate bool TryGetMemberDelegate(TemplateContext context, SourceSpan span, object target, string member, out object value);

/// <summary>Everything one rendering knows: objects, output, limits. For one thread.</summary>
public partial class TemplateContext : IFormatProvider
{
    internal static readonly object Unset = new();

    private readonly List<IScriptObject> _globals = [];
    private readonly Stack<CultureInfo> _cultures = new();

    /// <summary>Makes a context with the default built-ins.</summary>
    public TemplateContext()
        : this((ScriptObject)null)
    {
    }

    /// <summary>Makes a context with its own built-ins.</summary>
    /// <param name="builtin">The built-ins; null for the default ones.</param>
    public TemplateContext(ScriptObject builtin)
    {
        BuiltinObject = builtin ?? GetDefaultBuiltinObject();
        _globals.Add(BuiltinObject);
        PushOutput();
    }

    /// <summary>The built-ins.</summary>
    public ScriptObject BuiltinObject { get; }

    /// <summary>The object on top, which is written to.</summary>
    public IScriptObject CurrentGlobal => _globals[^1];

    /// <summary>How many objects are on the stack.</summary>
    public int GlobalCount => _globals.Count;

    /// <summary>The culture values are printed in.</summary>
    public CultureInfo CurrentCulture => _cultures.Count > 0 ? _cultures.Peek() : CultureInfo.InvariantCulture;

    /// <summary>Finds included texts.</summary>
    public ITemplateLoader TemplateLoader { get; set; }

    /// <summary>Prefixes the lines a code block writes with the block's indent.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Indents empty lines too.</summary>
    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>The longest output and printed value, in characters; 0 for no limit.</summary>
    public int LimitToString { get; set; } = 1048576;

    /// <summary>How deep a printed value may nest.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>The line break <c>tablerow</c> writes.</summary>
    public string NewLine { get; set; } = Environment.NewLine;

    /// <summary>Stops the rendering.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Names of .NET members.</summary>
    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    /// <summary>Which .NET members are seen; null for all.</summary>
    public MemberFilterDelegate MemberFilter { get; set; }

    /// <summary>The most iterations of a tree of nested loops; 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>The most nested calls and includes; 0 for no limit.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>The longest a regular expression may take.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>False while only a value is wanted.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>An undefined variable is an error.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>A member of null is null.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>A member that is missing is null.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>A function that is missing gives null.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>An index past the end gives null.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>A null index gives null.</summary>
    public bool EnableNullIndexer { get; set; }

    /// <summary>Outside a loop, <c>break</c> and <c>continue</c> end the page.</summary>
    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    /// <summary>Answers for variables that are not there.</summary>
    public TryGetVariableDelegate TryGetVariable { get; set; }

    /// <summary>Answers for members that are not there.</summary>
    public TryGetMemberDelegate TryGetMember { get; set; }

    /// <summary>Included texts by path.</summary>
    public Dictionary<string, Template> CachedTemplates { get; } = [];

    /// <summary>Anything the host wants to keep with the context.</summary>
    public Dictionary<object, object> Tags { get; } = [];

    /// <summary>The node being evaluated.</summary>
    public ScriptNode CurrentNode { get; private set; }

    /// <summary>Where it stands.</summary>
    public SourceSpan CurrentSpan => CurrentNode?.Span ?? default;

    internal ScriptFlowState Flow { get; set; }

    /// <summary>The built-in objects and functions.</summary>
    /// <returns>A new object that may be changed.</returns>
    public static ScriptObject GetDefaultBuiltinObject() => BuiltinFunctions.Create();

    /// <summary>Puts an object on top.</summary>
    /// <param name="scriptObject">The object.</param>
    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        _globals.Add(scriptObject);
    }

    /// <summary>Takes the top object off.</summary>
    /// <returns>The object.</returns>
    public IScriptObject PopGlobal()
    {
        if (_globals.Count == 1)
        {
            throw new InvalidOperationException("Unexpected PopGlobal() not matching a PushGlobal");
        }

        var top = _globals[^1];
        _globals.RemoveAt(_globals.Count - 1);
        return top;
    }

    /// <summary>Sets the culture values are printed in.</summary>
    /// <param name="culture">The culture.</param>
    public void PushCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        _cultures.Push(culture);
    }

    /// <summary>Goes back to the culture before.</summary>
    /// <returns>The culture that was set.</returns>
    public CultureInfo PopCulture() => _cultures.Pop();

    /// <inheritdoc />
    public object GetFormat(Type formatType) => CurrentCulture.GetFormat(formatType);

    /// <summary>Stops the rendering when its token is cancelled.</summary>
    public void CheckAbort()
    {
        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(CurrentSpan, CancellationToken);
        }
    }

    /// <summary>Evaluates a node.</summary>
    /// <param name="scriptNode">The node.</param>
    /// <returns>Its value; a function without arguments is called.</returns>
    public object Evaluate(ScriptNode scriptNode) => Evaluate(scriptNode, false);

    /// <summary>Evaluates a node.</summary>
    /// <param name="scriptNode">The node.</param>
    /// <param name="aliasReturnedFunction">True to give a function itself instead of calling it.</param>
    /// <returns>Its value.</returns>
    public virtual object Evaluate(ScriptNode scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null)
        {
            return null;
        }

        var before = CurrentNode;
        CurrentNode = scriptNode;
        EnterDepth(scriptNode);
        try
        {
            var value = scriptNode.Evaluate(this);
            return !aliasReturnedFunction && value is IScriptCustomFunction && scriptNode is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression
                ? CallBare((ScriptExpression)scriptNode, value)
                : value;
        }
        finally
        {
            ExitDepth();
            CurrentNode = before;
        }
    }

    internal void Render(ScriptPage page)
    {
        var result = Evaluate(page);
        if (EnableOutput && result is not null)
        {
            Write(CurrentSpan.IsEmpty ? page.Span : CurrentSpan, result);
        }
    }
}
