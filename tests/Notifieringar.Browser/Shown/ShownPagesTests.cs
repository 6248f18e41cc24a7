using System.Reflection;
using Microsoft.AspNetCore.Components;
using Notifieringar.Web.Family;
using Notifieringar.Web.Staff;

namespace Notifieringar.Browser.Shown;

/// <summary>No page goes unseen: whoever adds one adds it to those that are looked at.</summary>
public sealed class ShownPagesTests
{
    // Parts of pages, and an address.
    private static readonly string[] Parts = ["InvitationPage.Button", "AccessPage.AddressIn"];

    [Fact]
    public void EveryPageOfStaffs_IsLookedAt()
    {
        var pages = typeof(StaffView).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Page", StringComparison.Ordinal) && type.Namespace == "Notifieringar.Web.Staff.Pages" && typeof(IComponent).IsAssignableFrom(type));
        var shown = ShownStaffPages.Components.Values.Concat(ShownBehind.Pages.Values.Select(page => page.Component));

        Assert.Empty(pages.Except(shown).Select(page => page.Name));
        Assert.Empty(ShownStaffPages.Components.Keys.Except(ShownStaffPages.Names));
        Assert.Empty(StaffView.Pages.Except(ShownStaffPages.Components.Keys));
    }

    [Fact]
    public void EveryPageOfFamilies_IsLookedAt()
    {
        var written = typeof(StopPage).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(StopPage).Namespace && (type.Name.EndsWith("Page", StringComparison.Ordinal) || type == typeof(UnsubscribePages)))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(string) && !method.IsPrivate && !method.Name.Contains('<', StringComparison.Ordinal))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(written.Except(Parts).Except(ShownFamilyPages.Writers.Values));
    }
}
