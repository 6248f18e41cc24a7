using Azure.Data.Tables;

namespace Notifieringar.Tests.Compat.AzureDataTables;

public sealed class Surface
{
    [Fact]
    public void WhatIsPublic_IsWhatTheOfficialPackageHasToo() => PublicSurface.Matches(typeof(TableClient).Assembly, "Azure.Data.Tables.txt");
}
