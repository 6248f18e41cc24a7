using Scriban;

namespace Notifieringar.Tests.Compat.Scriban;

public sealed class SurfaceTests
{
    [Fact]
    public void Scriban_ShowsOnlyWhatTheOfficialPackageShows() => PublicSurface.Matches(typeof(Template).Assembly, "Scriban.txt");
}
