using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Finds the value of a variable that no object holds.</summary>
public delegate bool TryGetVariableDelegate(TemplateContext context, SourceSpan span, ScriptVariable variable, out object value);

/// <summary>Finds the value of a member that an object does not have.</summary>
public delegate bool TryGetMemberDelegate(TemplateContext context, SourceSpan span, object target, string member, out object value);

/// <summary>The text printed in place of an expression that failed.</summary>
public delegate string RenderRuntimeExceptionDelegate(ScriptRuntimeException exception);
