using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>Awaits whatever a function may return.</summary>
internal static class ReturnValue
{
    /// <summary>How to await a value of <paramref name="type"/>; null when it is not awaitable.</summary>
    public static Func<object, ValueTask<object?>>? Awaiter(Type type)
    {
        if (type == typeof(Task))
        {
            return AwaitTask;
        }

        if (type == typeof(ValueTask))
        {
            return value => AwaitTask(((ValueTask)value).AsTask());
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? typeof(ReturnValue)
                .GetMethod(open == typeof(Task<>) ? nameof(AwaitTaskOf) : nameof(AwaitValueTaskOf), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments())
                .CreateDelegate<Func<object, ValueTask<object?>>>()
            : null;
    }

    private static async ValueTask<object?> AwaitTask(object task)
    {
        await ((Task)task).ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<object?> AwaitTaskOf<T>(object task) => await ((Task<T>)task).ConfigureAwait(false);

    private static async ValueTask<object?> AwaitValueTaskOf<T>(object task) => await ((ValueTask<T>)task).ConfigureAwait(false);
}
