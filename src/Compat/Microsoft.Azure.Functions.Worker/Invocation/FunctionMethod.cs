using System.Reflection;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Calls one function's method: a new instance from the invocation's services, its parameters, its awaited result.</summary>
internal sealed class FunctionMethod
{
    private readonly MethodInvoker _method;
    private readonly Func<HandlerInvocation, object?>[] _parameters;
    private readonly Func<object, ValueTask<object?>>? _await;
    private readonly Lazy<ObjectFactory>? _create;

    public FunctionMethod(FoundFunction function)
    {
        _method = MethodInvoker.Create(function.Method);
        _parameters = ParameterBinding.For(function);
        _await = ReturnValue.Awaiter(function.Method.ReturnType);

        // Lazy: an app with many functions starts fast, and one instance of it usually runs only a few of them.
        _create = function.Method.IsStatic
            ? null
            : new Lazy<ObjectFactory>(() => ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, Type.EmptyTypes));
    }

    public async Task Invoke(HandlerInvocation invocation)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = _parameters[i](invocation);
        }

        var instance = _create?.Value(invocation.InstanceServices, null);
        var returned = _method.Invoke(instance, arguments.AsSpan());
        invocation.Result = _await is null || returned is null ? returned : await _await(returned).ConfigureAwait(false);
    }
}
