using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;

namespace Notifieringar.Bench.Storing;

/// <summary>Rows as long as those of a person, with keys that come in any order, as hashes do.</summary>
internal static class RawPeople
{
    public static IEnumerable<TableEntity> Of(int count, int partitions)
    {
        for (var number = 0; number < count; number++)
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)))[..32];
            yield return new TableEntity(string.Create(CultureInfo.InvariantCulture, $"p{number % partitions:00}"), key)
            {
                ["GivenName"] = "Maja",
                ["FamilyName"] = "Provström",
                ["Street"] = "Granstigen 4",
                ["PostalCode"] = "99810",
                ["Town"] = "Provby",
                ["Phone"] = "+46701740605",
                ["Email"] = "familj@example.se",
                ["Language"] = "sv",
                ["Silences"] = 0,
                ["DataAsOf"] = new DateTimeOffset(2025, 2, 4, 8, 0, 0, TimeSpan.Zero),
            };
        }
    }
}
