namespace Scriban.Syntax;

#pragma warning disable CS1591 // the names say all there is
/// <summary>The operators between two values; not all have a sign in this language.</summary>
public enum ScriptBinaryOperator
{
    None,
    EmptyCoalescing,
    NotEmptyCoalescing,
    Or,
    And,
    BinaryOr,
    BinaryAnd,
    CompareEqual,
    CompareNotEqual,
    CompareLessOrEqual,
    CompareGreaterOrEqual,
    CompareLess,
    CompareGreater,
    LiquidContains,
    LiquidStartsWith,
    LiquidEndsWith,
    LiquidHasKey,
    LiquidHasValue,
    Add,
    Subtract,
    Substract = Subtract,
    Multiply,
    Divide,
    DivideRound,
    Modulus,
    ShiftLeft,
    ShiftRight,
    Power,
    RangeInclude,
    RangeExclude,
    Custom,
}
#pragma warning restore CS1591
