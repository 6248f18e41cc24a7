using System.Reflection.Metadata;

namespace FunctionMetadata;

/// <summary>Full names of types in metadata; a nested type follows its owner after a plus sign.</summary>
internal static class MetadataNames
{
    public static string OfAttribute(MetadataReader metadata, CustomAttribute attribute)
    {
        var owner = attribute.Constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
            : metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return owner.Kind switch
        {
            HandleKind.TypeDefinition => Of(metadata, (TypeDefinitionHandle)owner),
            HandleKind.TypeReference => Of(metadata, (TypeReferenceHandle)owner),
            _ => string.Empty, // a generic attribute; none of ours is
        };
    }

    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } owner
            ? $"{Of(metadata, owner)}+{name}"
            : Join(metadata.GetString(type.Namespace), name);
    }

    public static string Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return Join(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
