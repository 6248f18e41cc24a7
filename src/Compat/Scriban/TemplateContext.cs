using System.Globalization;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>All that a template sees and changes while it is rendered. For one thread at a time.</summary>
public partial class TemplateContext : IFormatProvider
{
    /// <summary>Prints the message of a failed expression in brackets.</summary>
    public static readonly RenderRuntimeExceptionDelegate RenderRuntimeExceptionDefault = exception => $"[{exception.OriginalMessage}]";

    private Dictionary<string, Template> _cachedTemplates;
    private Dictionary<object, object> _tags;
    private Dictionary<Type, TypedMembers> _ownTypedMembers;

    /// <summary>Creates a context with the usual built-ins.</summary>
    public TemplateContext()
        : this((ScriptObject)null)
    {
    }

    /// <summary>Creates a context with built-ins of its own.</summary>
    public TemplateContext(ScriptObject builtin)
    {
        BuiltinObject = builtin ?? GetDefaultBuiltinObject();
        PushGlobal(BuiltinObject);
    }

    /// <summary>The object behind all others.</summary>
    public ScriptObject BuiltinObject { get; }

    /// <summary>Finds included texts.</summary>
    public ITemplateLoader TemplateLoader { get; set; }

    /// <summary>How included texts are parsed.</summary>
    public ParserOptions TemplateLoaderParserOptions { get; set; }

    /// <summary>How included texts are read.</summary>
    public LexerOptions TemplateLoaderLexerOptions { get; set; }

    /// <summary>The names of .NET members; the usual ones unless set.</summary>
    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    /// <summary>Which .NET members are seen; null for all.</summary>
    public MemberFilterDelegate MemberFilter { get; set; }

    /// <summary>Variables that no object holds.</summary>
    public TryGetVariableDelegate TryGetVariable { get; set; }

    /// <summary>Members that an object does not have.</summary>
    public TryGetMemberDelegate TryGetMember { get; set; }

    /// <summary>Prints failures instead of ending the rendering.</summary>
    public RenderRuntimeExceptionDelegate RenderRuntimeException { get; set; }

    /// <summary>Ends the rendering.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Iterations in a nest of loops, 1000 unless set; 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>Iterations of built-ins; null for <see cref="LoopLimit"/>.</summary>
    public int? LoopLimitQueryable { get; set; }

    /// <summary>Calls and includes inside each other, 100 unless set; 0 for no limit.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>Characters written in all, and of one value; 1048576 unless set, 0 for no limit.</summary>
    public int LimitToString { get; set; } = 1048576;

    /// <summary>How deep a printed value may nest, 20 unless set; 0 for no limit.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>How long a regular expression may take; ten seconds unless set.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An undefined variable throws.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>A missing member is null; true unless set.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>A member of null is null.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>An unknown function is null when called.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>A place beyond a list is null; true unless set.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>x[null] is null.</summary>
    public bool EnableNullIndexer { get; set; }

    /// <summary>break and continue outside a loop end the page.</summary>
    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    /// <summary>A .NET function without a value throws where a value is expected.</summary>
    public bool ErrorForStatementFunctionAsExpression { get; set; }

    /// <summary>The line break that tablerow writes.</summary>
    public string NewLine { get; set; } = Environment.NewLine;

    /// <summary>Parsed includes by their paths.</summary>
    public Dictionary<string, Template> CachedTemplates => _cachedTemplates ??= [];

    /// <summary>Room for functions to remember things.</summary>
    public Dictionary<object, object> Tags => _tags ??= [];

    /// <summary>What is being evaluated: a statement or a call.</summary>
    public ScriptNode CurrentNode { get; private set; }

    /// <summary>Where <see cref="CurrentNode"/> stands.</summary>
    public SourceSpan CurrentSpan => CurrentNode?.Span ?? default;

    internal Dictionary<Type, TypedMembers> OwnTypedMembers => _ownTypedMembers ??= [];

    /// <summary>A new set of the usual built-ins.</summary>
    public static ScriptObject GetDefaultBuiltinObject() => BuiltinFunctions.Create();

    /// <summary>A culture's formats, for .NET.</summary>
    public object GetFormat(Type formatType) => CurrentCulture.GetFormat(formatType);

    /// <summary>Throws when the rendering has been cancelled.</summary>
    public void CheckAbort() => CheckAbort(CurrentNode);

    /// <summary>Makes the context as good as new: only the built-ins and the settings stay.</summary>
    public virtual void Reset()
    {
        _globalCount = 1;
        _globals[0].Loops = null;
        _frame = null;
        _pageLocals = null;
        _ownCopies = null;
        _loopDepth = _loopSteps = _recursion = 0;
        _cachedTemplates?.Clear();
        _outputs.Clear();
        _written = 0;
        _cultures?.Clear();
        _currentCulture = CultureInfo.InvariantCulture;
        _sourceFiles?.Clear();
        CurrentNode = null;
        CurrentIndent = null;
        FlowState = ScriptFlowState.None;
    }

    internal void CheckAbort(ScriptNode node)
    {
        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(node?.Span ?? default, CancellationToken);
        }

        CheckMemory(node?.Span ?? default);
    }
}
