using Scriban.Runtime;
using Scriban.Syntax;

namespace Notifieringar.Templates.Checking;

/// <summary>
/// The longest text a template can become with example values, found by following its syntax tree: of branches the longer one, each loop once.
/// What cannot be told without running it counts as nothing.
/// </summary>
internal sealed class LongestForm(TemplateText text)
{
    private readonly ScriptObject _model = TextModel.From(ExampleFacts.In(text.Key.Language));
    private readonly bool _rightToLeft = Languages.IsRightToLeft(text.Key.Language);

    public string Of(ScriptPage page) => Written(page.Body).Trim();

    private string Written(ScriptNode? node) => node switch
    {
        null => "",
        ScriptRawStatement raw => text.Source.Substring(raw.Span.Start.Offset, Math.Min(raw.Span.Length, text.Source.Length - raw.Span.Start.Offset)),
        ScriptIfStatement branch => Longer(Written(branch.Then), Written(branch.Else)),
        ScriptWhenStatement choice => Longer(Written(choice.Body), Written(choice.Next)),
        ScriptCaptureStatement or ScriptFunction => "",
        ScriptExpressionStatement statement => Printed(statement.Expression),
        ScriptExpression => "",
        _ => string.Concat(node.Children.Select(Written)),
    };

    private string Printed(ScriptExpression? expression) => expression switch
    {
        ScriptLiteral literal => literal.Value as string ?? "",
        ScriptMemberExpression { Target: ScriptVariableGlobal root } member => Value(root.Name, member.Member.Name),
        ScriptNestedExpression nested => Printed(nested.Expression),
        ScriptConditionalExpression condition => Longer(Printed(condition.ThenValue), Printed(condition.ElseValue)),
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.EmptyCoalescing } choice => Longer(Printed(choice.Left), Printed(choice.Right)),
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.Add } sum => Printed(sum.Left) + Printed(sum.Right),
        ScriptPipeCall pipe => Printed(pipe.From),
        _ => "",
    };

    private string Value(string root, string member) => (_model[root] as ScriptObject)?[member] switch
    {
        PrintedValue value => value.Plain(_rightToLeft),
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Longer(string left, string right) => right.Length > left.Length ? right : left;
}
