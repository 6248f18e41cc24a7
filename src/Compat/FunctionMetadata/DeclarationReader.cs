using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Discovery;

namespace FunctionMetadata;

/// <summary>
/// Reads function attributes without loading the assembly, so that an app built for another processor or with missing parts can be read.
/// </summary>
internal static class DeclarationReader
{
    private static readonly string Namespace = typeof(FunctionAttribute).Namespace!;

    /// <exception cref="InvalidOperationException">A function is declared in a way that the host could not run safely.</exception>
    public static IReadOnlyList<FunctionDeclaration> Read(string assemblyFile)
    {
        var functions = ReadOf(assemblyFile, _ => true);
        FunctionRoutes.Check(
            functions.Select(function => function.Name),
            functions.Where(function => function.Trigger.Type == nameof(HttpTriggerAttribute))
                .Select(function => (function.Name, function.Trigger.Property<string?>(nameof(HttpTriggerAttribute.Route), null))));
        return functions;
    }

    /// <summary>The functions of the classes that are chosen by full name, without regard to their routes.</summary>
    public static IReadOnlyList<FunctionDeclaration> ReadOf(string assemblyFile, Func<string, bool> chooses)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        var metadata = file.GetMetadataReader();
        List<FunctionDeclaration> functions = [];
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            var type = MetadataNames.Of(metadata, method.GetDeclaringType());
            if (!chooses(type))
            {
                continue;
            }

            var attributes = Attributes(metadata, method.GetCustomAttributes());
            if (attributes.FirstOrDefault(attribute => attribute.Type == nameof(FunctionAttribute)) is { } function)
            {
                functions.Add(Declaration(metadata, method, type, function.Text(0), attributes));
            }
        }

        return functions;
    }

    private static FunctionDeclaration Declaration(
        MetadataReader metadata, MethodDefinition method, string type, string name, List<DeclaredAttribute> attributes)
    {
        List<(string Parameter, DeclaredAttribute Trigger)> triggers = [];
        foreach (var parameter in method.GetParameters().Select(metadata.GetParameter))
        {
            triggers.AddRange(Attributes(metadata, parameter.GetCustomAttributes())
                .Where(attribute => attribute.Type.EndsWith("TriggerAttribute", StringComparison.Ordinal))
                .Select(trigger => (metadata.GetString(parameter.Name), trigger)));
        }

        if (triggers.Count != 1)
        {
            throw new InvalidOperationException($"Function {name} must have exactly one trigger parameter; it has {triggers.Count}.");
        }

        var retry = attributes.FirstOrDefault(attribute => attribute.Type.EndsWith("RetryAttribute", StringComparison.Ordinal));
        if (retry is not null && triggers[0].Trigger.Type != nameof(TimerTriggerAttribute))
        {
            throw new InvalidOperationException(
                $"Function {name} has a retry attribute, which the host obeys for timers only: a queue's retries are set in host.json.");
        }

        return new FunctionDeclaration(name, type, triggers[0].Parameter, triggers[0].Trigger, retry);
    }

    private static List<DeclaredAttribute> Attributes(MetadataReader metadata, CustomAttributeHandleCollection handles)
    {
        List<DeclaredAttribute> found = [];
        foreach (var attribute in handles.Select(metadata.GetCustomAttribute))
        {
            var type = MetadataNames.OfAttribute(metadata, attribute);
            var dot = type.LastIndexOf('.');
            if (dot < 0 || type[..dot] != Namespace)
            {
                continue;
            }

            var value = attribute.DecodeValue(AttributeTypes.Instance);
            found.Add(new DeclaredAttribute(
                type[(dot + 1)..],
                [.. value.FixedArguments.Select(argument => Plain(argument.Value))],
                value.NamedArguments.ToDictionary(argument => argument.Name!, argument => Plain(argument.Value), StringComparer.Ordinal)));
        }

        return found;
    }

    private static object? Plain(object? value) => value is ImmutableArray<CustomAttributeTypedArgument<string>> list
        ? list.Select(item => (string?)item.Value ?? string.Empty).ToArray()
        : value;
}
