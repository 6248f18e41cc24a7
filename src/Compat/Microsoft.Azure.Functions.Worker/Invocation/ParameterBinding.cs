using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>How each parameter of a function gets its value, decided once.</summary>
internal static class ParameterBinding
{
    /// <exception cref="InvalidOperationException">A parameter is of a kind that nothing fills.</exception>
    public static Func<HandlerInvocation, object?>[] For(FoundFunction function) =>
        [.. function.Method.GetParameters().Select(parameter => For(function, parameter))];

    private static Func<HandlerInvocation, object?> For(FoundFunction function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var name = parameter.Name!;
        if (type == typeof(FunctionContext))
        {
            return invocation => invocation;
        }

        if (type == typeof(CancellationToken))
        {
            return invocation => invocation.CancellationToken;
        }

        if (type == typeof(HttpRequest) && function.Http is not null)
        {
            return invocation => invocation.Http.Request;
        }

        if (parameter == function.TriggerParameter)
        {
            return TriggerData(function.Trigger, name, type);
        }

        if (type == typeof(string))
        {
            return invocation => invocation.BindingContext.BindingData.GetValueOrDefault(name);
        }

        throw new InvalidOperationException(
            $"Parameter {name} of function {function.Name} is a {type.Name}, which no binding fills: take it in the constructor instead.");
    }

    private static Func<HandlerInvocation, object?> TriggerData(Attribute trigger, string name, Type type)
    {
        if (trigger is not QueueTriggerAttribute)
        {
            return invocation => invocation.Payload!.Data(name).Deserialize(type, invocation.Json);
        }

        if (type == typeof(string))
        {
            return invocation => TriggerPayload.Text(invocation.Payload!.Data(name));
        }

        if (type == typeof(byte[]))
        {
            return invocation => Encoding.UTF8.GetBytes(TriggerPayload.Text(invocation.Payload!.Data(name)));
        }

        return invocation => JsonSerializer.Deserialize(TriggerPayload.Text(invocation.Payload!.Data(name)), type, invocation.Json)
            ?? throw new JsonException();
    }
}
