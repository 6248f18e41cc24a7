namespace FunctionMetadata;

/// <summary>A method with a function attribute, as its assembly's metadata has it.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="DeclaringType">The class, with its namespace.</param>
/// <param name="Binding">The name of the trigger's parameter.</param>
/// <param name="Trigger">The trigger's attribute.</param>
/// <param name="Retry">The retry attribute, if there is one.</param>
internal sealed record FunctionDeclaration(string Name, string DeclaringType, string Binding, DeclaredAttribute Trigger, DeclaredAttribute? Retry);
