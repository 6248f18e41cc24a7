using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

internal sealed partial class MethodFunction
{
    /// <summary>Puts arguments in their places, converts them and says which of them an error belongs to.</summary>
    private ref struct Binding
    {
        private readonly MethodFunction _function;
        private readonly ScriptList<ScriptExpression> _arguments;
        private readonly PipedValue _piped;
        private List<object> _rest;
        private int _next;
        private int _given;

        public Binding(
            MethodFunction function, TemplateContext context, ScriptNode node, ScriptList<ScriptExpression> arguments, in PipedValue piped)
        {
            _function = function;
            _arguments = arguments;
            _piped = piped;
            Context = context;
            Node = node;
            Values = new object[function._total];
            Values.AsSpan(function._hidden).Fill(Unset);
            if (function._hidden > 0)
            {
                Values[0] = context;
            }

            if (function._hidden > 1)
            {
                Values[1] = node.Span;
            }
        }

        public object[] Values { get; }

        public TemplateContext Context { get; }

        public ScriptNode Node { get; }

        public void AddPiped(in PipedValue piped)
        {
            if (!piped.IsExpanded)
            {
                Add(piped.Value);
                return;
            }

            foreach (var item in (System.Collections.IEnumerable)piped.Value)
            {
                Add(item);
            }
        }

        public void Evaluate(ScriptExpression argument)
        {
            switch (argument)
            {
                case ScriptNamedArgument named:
                    AddNamed(named.Name.Name, named.Evaluate(Context), named.Span);
                    break;
                case ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand:
                    foreach (var item in FunctionCalls.Expanded(Context, expand))
                    {
                        Add(item);
                    }

                    break;
                default:
                    Add(Context.Value(argument));
                    break;
            }
        }

        public void Add(object value)
        {
            _given++;
            if (_next < _function.FixedCount)
            {
                Set(_next++, value);
                return;
            }

            if (_function.VarParamKind != ScriptVarParamKind.LastParameter)
            {
                throw new ScriptRuntimeException(
                    Node.Span, $"Argument index must be < {_function._parameters.Length} (Parameter 'index')");
            }

            _next++;
            (_rest ??= []).Add(value);
        }

        public readonly void Complete()
        {
            for (var index = 0; index < _function.FixedCount; index++)
            {
                ref var value = ref Values[_function._hidden + index];
                if (value != Unset)
                {
                    continue;
                }

                ref var parameter = ref _function._parameters[index];
                if (!parameter.HasDefaultValue)
                {
                    throw FunctionCalls.WrongCount(FunctionCalls.After(Node), Node, _given, _function.RequiredParameterCount);
                }

                value = parameter.DefaultValue;
            }

            if (_function.VarParamKind == ScriptVarParamKind.LastParameter)
            {
                Values[^1] = RestArray();
            }
        }

        public readonly ScriptRuntimeException Failed(Exception exception)
        {
            if (exception is ScriptRuntimeException known)
            {
                return known;
            }

            var span = Node.Span;
            if (exception is ArgumentException { ParamName: { } name })
            {
                for (var index = 0; index < _function._parameters.Length; index++)
                {
                    if (_function._parameters[index].Name == name)
                    {
                        span = SpanOf(index);
                    }
                }
            }

            return exception is OperationCanceledException
                ? new ScriptAbortException(span, Context.CancellationToken)
                : new ScriptRuntimeException(span, exception.Message, exception);
        }

        private void AddNamed(string name, object value, SourceSpan span)
        {
            for (var index = 0; index < _function.FixedCount; index++)
            {
                if (_function._parameters[index].Name == name)
                {
                    _given++;
                    Values[_function._hidden + index] = Converted(span, value, _function._parameters[index].ParameterType);
                    return;
                }
            }

            Add(value);
        }

        private readonly void Set(int index, object value) =>
            Values[_function._hidden + index] = Converted(SpanOf(index), value, _function._parameters[index].ParameterType);

        private readonly object Converted(SourceSpan span, object value, Type type) =>
            type == typeof(object) || (value is not null && value.GetType() == type) ? value : Context.ToArgument(span, value, type);

        private readonly Array RestArray()
        {
            var type = _function._parameters[^1].ParameterType.GetElementType();
            var result = Array.CreateInstance(type, _rest?.Count ?? 0);
            for (var i = 0; i < result.Length; i++)
            {
                result.SetValue(Converted(SpanOf(_function.FixedCount + i), _rest[i], type), i);
            }

            return result;
        }

        private readonly SourceSpan SpanOf(int index) => FunctionCalls.SpanOf(index, Node, _arguments, _piped);
    }
}
