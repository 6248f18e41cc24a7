using Notifieringar.Scenarios.Visits;

namespace Notifieringar.Browser.Shown;

/// <summary>The shown library for those who walk through it and change it: without what has gone wrong in the office.</summary>
public sealed class AWalkedLibrary : AShownLibrary
{
    private protected override Task OfficeAsync(AStaffMember staff) => Task.CompletedTask;
}
