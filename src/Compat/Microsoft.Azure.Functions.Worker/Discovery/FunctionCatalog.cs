using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Discovery;

/// <summary>Finds the functions among a function app's types. A mistake is told at start-up, in one sentence.</summary>
internal static partial class FunctionCatalog
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <exception cref="InvalidOperationException">A function is declared in a way that the host could not run safely.</exception>
    public static IReadOnlyList<FoundFunction> Find(IEnumerable<Type> types)
    {
        List<FoundFunction> functions = [];
        foreach (var method in types.SelectMany(type => type.GetMethods(AnyMethod)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                functions.Add(Read(function.Name, method));
            }
        }

        FunctionRoutes.Check(
            functions.Select(function => function.Name),
            functions.Where(function => function.Http is not null).Select(function => (function.Name, function.Http!.Route)));
        return functions;
    }

    private static FoundFunction Read(string name, MethodInfo method)
    {
        if (!FunctionName().IsMatch(name))
        {
            throw new InvalidOperationException(
                $"'{name}' cannot be a function's name: use a letter, then at most 127 letters, digits, '-' or '_'.");
        }

        // The official worker leaves such a method out without a word.
        if (!method.IsPublic || !method.DeclaringType!.IsVisible || method.DeclaringType.ContainsGenericParameters || method.IsGenericMethod)
        {
            throw new InvalidOperationException($"Function {name} must be a public, non-generic method of a public class.");
        }

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();
        if (triggers.Count != 1)
        {
            throw new InvalidOperationException($"Function {name} must have exactly one trigger parameter; it has {triggers.Count}.");
        }

        if (triggers[0].Trigger is HttpTriggerAttribute && triggers[0].Parameter.ParameterType != typeof(HttpRequest))
        {
            throw new InvalidOperationException($"The HTTP trigger of function {name} must be on a parameter of type HttpRequest.");
        }

        return new FoundFunction(name, method, triggers[0].Parameter, triggers[0].Trigger!);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();
}
