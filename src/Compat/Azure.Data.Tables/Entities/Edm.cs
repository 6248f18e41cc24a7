using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>The types that a value can be annotated with; strings, 32-bit numbers and truth values are told by their JSON.</summary>
internal enum Edm
{
    None,
    DateTime,
    Int64,
    Guid,
    Binary,
    Double,
}

internal static class EdmNames
{
    public static Edm Read(ref Utf8JsonReader reader) => reader switch
    {
        { TokenType: not JsonTokenType.String } => Edm.None,
        _ when reader.ValueTextEquals("Edm.DateTime"u8) => Edm.DateTime,
        _ when reader.ValueTextEquals("Edm.Int64"u8) => Edm.Int64,
        _ when reader.ValueTextEquals("Edm.Guid"u8) => Edm.Guid,
        _ when reader.ValueTextEquals("Edm.Binary"u8) => Edm.Binary,
        _ when reader.ValueTextEquals("Edm.Double"u8) => Edm.Double,
        _ => Edm.None,
    };
}
