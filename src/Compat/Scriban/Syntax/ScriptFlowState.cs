namespace Scriban.Syntax;

internal enum ScriptFlowState : byte
{
    None,
    Break,
    Continue,
    Return,
}
